import { expect, test } from 'vitest'
import { COUNTER } from '@/lib/runtime/experiments/counter'
import { cookieHeader, setCookies } from '@/lib/runtime/experiments/seen'
import { askedOf, rowsOf, toldOf } from '@/lib/runtime/experiments/told'
import { alice, bodies, log, visit } from '@/lib/runtime/test-support'

/** Experiment 1: one session followed from its first Set-Cookie on. */
test('the first visit sets a cookie and writes a row; the second sends it and finds the row', async () => {
  const count = visit('http://localhost:8080/visit')
  const events = await log(COUNTER, [alice, count, count])
  expect(bodies(events)).toEqual(['欢迎你的第1次光临', '欢迎你的第2次光临'])

  const [line] = setCookies(events, 1)
  const value = /^connect\.sid=([^;]+); Path=\/; HttpOnly$/.exec(line ?? '')?.[1]
  expect(value).toMatch(/^s%3A[\w-]{32}\.\S+$/)
  expect(cookieHeader(events, 1)).toBeNull()
  expect(cookieHeader(events, 2)).toBe(`connect.sid=${value}`)
  expect(setCookies(events, 2)).toEqual([])

  expect(toldOf(events, 1).load).toMatchObject({ done: 'no-cookie' })
  expect(toldOf(events, 2).load).toMatchObject({ done: 'loaded' })
  expect(askedOf(events, 2)).toBe('get set')
  const rows = rowsOf(events)
  expect(rows).toHaveLength(1)
  expect(decodeURIComponent(value ?? '')).toContain(rows[0]?.key)
})
