import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import { jarAt, jarEntries, nextExpiry } from '@/lib/engine/trace/jar-at'
import { emptyLog } from '@/lib/engine/trace/log'
import { logOf } from '@/lib/engine/trace/log-of'
import { testWorld } from '@/lib/engine/trace/test-log'

const cookie: StoredCookie = {
  name: 'connect.sid',
  value: 'one',
  domain: 'localhost',
  hostOnly: true,
  path: '/',
  secure: false,
  httpOnly: false,
  sameSite: 'Default',
  expiry: null,
  creation: 0,
  lastAccess: 0,
}
const because = { rule: 'sent' } as const
const about = { type: 'cookie', visitor: 'alice', exchange: 1 } as const

function stored(value: string, expiry: number | null = null): CookieDecision {
  return { kind: 'stored', cookie: { ...cookie, value, expiry }, replaced: null, because, notes: [] }
}

test('is the jar that the visitor has', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100_000 }), { maxLength: 300, size: 'max' }).map(testWorld), (world) => {
      const log = emptyLog().append(world.events)
      const jars = jarAt(log, log.length)
      expect(jars.keys()).toEqual([...world.jars.keys()])
      for (const [visitor, jar] of world.jars) {
        const entries = jarEntries(jars, visitor)
        expect(entries.map(({ cookie }) => cookie)).toEqual(jar.all())
        for (const { cookie, placing } of entries) expect(placing?.decision.cookie.value).toBe(cookie.value)
        expect(jars.get(visitor)?.placings.size).toBe(entries.length)
      }
      const expiries = [...world.jars.values()].flatMap((jar) => jar.nextExpiry(world.now) ?? [])
      expect(nextExpiry(jars, world.now)).toBe(expiries.length === 0 ? null : Math.min(...expiries))
    }),
    { numRuns: 30 },
  )
})

test('says which decision put a cookie there, when and by which exchange; sending it changes none of that', () => {
  const again: CookieDecision = { kind: 'sent', cookie: { ...cookie, value: 'two', lastAccess: 90 }, because }
  const log = logOf({ ...about, decision: stored('one') }, 40, { ...about, exchange: 2, decision: stored('two') }, 50, {
    ...about,
    exchange: 3,
    decision: again,
  })
  const [entry] = jarEntries(jarAt(log, 3), 'alice')
  expect(entry?.cookie).toEqual({ ...cookie, value: 'two', lastAccess: 90 })
  expect(entry?.placing).toEqual({ decision: stored('two'), seq: 1, at: 40, exchange: 2 })
  expect(jarEntries(jarAt(log, 1), 'alice')[0]?.cookie.value).toBe('one')
})

test('a cookie that was removed is gone with its story; what was refused or withheld changes nothing', () => {
  const log = logOf(
    { type: 'visitor-opened', visitor: 'alice' },
    { ...about, decision: stored('one') },
    { ...about, decision: { kind: 'withheld', cookie, because } },
    { ...about, decision: { kind: 'refused', line: 'x', name: 'x', because, notes: [] } },
    { ...about, decision: { kind: 'removed', cookie, because } },
  )
  expect(jarEntries(jarAt(log, 1), 'alice')).toEqual([])
  const before = jarAt(log, 2)
  expect(jarAt(log, 4)).toBe(before)
  expect(jarAt(log, 5).get('alice')?.placings.size).toBe(0)
  expect(jarEntries(jarAt(log, 5), 'alice')).toEqual([])
  expect(jarEntries(jarAt(log, 5), 'nobody')).toEqual([])
})

test('the next expiry is the earliest of all jars that is still to come', () => {
  const log = logOf({ ...about, decision: stored('a', 500) }, { ...about, visitor: 'bob', decision: stored('b', 300) })
  expect([0, 300, 499, 500].map((now) => nextExpiry(jarAt(log, 2), now))).toEqual([300, 500, 500, null])
})
