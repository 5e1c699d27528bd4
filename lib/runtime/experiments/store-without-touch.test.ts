import { expect, test } from 'vitest'
import { cookieHeader, setCookies } from '@/lib/runtime/experiments/seen'
import { after, seconds, shortSessions } from '@/lib/runtime/experiments/short-sessions'
import { askedOf, rowsOf, toldOf } from '@/lib/runtime/experiments/told'
import { alice, bodies, log, visit } from '@/lib/runtime/test-support'

/** The course's stores have get, set and destroy. What touch is for shows when sessions are not saved on every visit. */
const story = [alice, visit('/login'), seconds(40), visit('/me'), seconds(40), visit('/me')]
const shop = (touches: boolean) =>
  shortSessions(
    'rolling: true, store',
    `const store = new session.MemoryStore()${touches ? '' : '\nstore.touch = undefined'}`,
  )

test('without touch the cookie is renewed and the row is not: logged out at 80 s with a cookie that is still good', async () => {
  const events = await log(shop(false), story)
  expect(bodies(events)).toEqual(['hello alice', 'alice', 'nobody'])
  expect([1, 2].map((exchange) => setCookies(events, exchange).length)).toEqual([1, 1])
  expect(askedOf(events, 2)).toBe('get')
  const { save, options } = toldOf(events, 2)
  expect(options.storeHasTouch).toBe(false)
  expect(save).toMatchObject({
    done: 'none',
    because: { rule: 'no-touch', option: { name: 'resave', value: 'false' } },
  })
  expect(cookieHeader(events, 3)).not.toBeNull()
  expect(toldOf(events, 3).load.done).toBe('not-found')
})

test('with touch both are renewed', async () => {
  const events = await log(shop(true), story)
  expect(bodies(events)).toEqual(['hello alice', 'alice', 'alice'])
  expect([2, 3].map((exchange) => askedOf(events, exchange))).toEqual(['get touch', 'get touch'])
  expect(rowsOf(events).map(({ expires }) => after(expires))).toEqual([140_000])
})
