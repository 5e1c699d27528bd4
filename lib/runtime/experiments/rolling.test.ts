import { expect, test } from 'vitest'
import { cookieHeader, setCookies } from '@/lib/runtime/experiments/seen'
import { after, seconds, shortSessions } from '@/lib/runtime/experiments/short-sessions'
import { rowsOf, toldOf } from '@/lib/runtime/experiments/told'
import { alice, bodies, log, only, visit } from '@/lib/runtime/test-support'

/** Sessions of a minute; a visitor comes at 0, 40 and 80 seconds and changes nothing after the first time. */
const story = [alice, visit('/login'), seconds(40), visit('/me'), seconds(40), visit('/me')]

test('without rolling the cookie dies at 60 s, while every visit keeps the row alive', async () => {
  const events = await log(shortSessions('rolling: false'), story)
  expect(bodies(events)).toEqual(['hello alice', 'alice', 'nobody'])
  expect([1, 2, 3].map((exchange) => setCookies(events, exchange).length)).toEqual([1, 0, 0])
  expect(cookieHeader(events, 3)).toBeNull()
  const [gone] = only(events, 'cookie').filter(({ decision }) => decision.kind === 'removed')
  expect(after(gone?.at)).toBe(60_000)
  // The visit at 40 s touched the row: it outlives the cookie that leads to it.
  const [row] = rowsOf(events)
  expect(after(row?.expires)).toBe(100_000)
  const { save, cookie } = toldOf(events, 2)
  expect(save).toMatchObject({ done: 'touch', because: { option: { name: 'resave', value: 'false' } } })
  expect(cookie?.because).toMatchObject({
    rule: 'cookie-keeps-expiry',
    option: { name: 'rolling', value: 'false' },
  })
  expect(toldOf(events, 3).load.done).toBe('no-cookie')
})

test('with rolling each answer carries the cookie anew, so both go on together', async () => {
  const events = await log(shortSessions('rolling: true'), story)
  expect(bodies(events)).toEqual(['hello alice', 'alice', 'alice'])
  const expiries = [1, 2, 3].map((exchange) => /Expires=([^;]+)/.exec(setCookies(events, exchange)[0] ?? '')?.[1])
  expect(expiries.map((date) => after(Date.parse(date ?? '')))).toEqual([60_000, 100_000, 140_000])
  expect(after(rowsOf(events)[0]?.expires)).toBe(140_000)
  const { save, cookie } = toldOf(events, 3)
  expect(save?.done).toBe('touch')
  expect(cookie?.because).toMatchObject({ rule: 'cookie-rolling', option: { name: 'rolling', value: 'true' } })
})
