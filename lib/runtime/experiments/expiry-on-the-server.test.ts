import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { after, shortSessions } from '@/lib/runtime/experiments/short-sessions'
import { rowsOf, toldOf } from '@/lib/runtime/experiments/told'
import { alice, bodies, log, only, visit } from '@/lib/runtime/test-support'

/** Whoever keeps a cookie longer than the browser would finds that the server has a clock of its own. */
const mallory: Action = { type: 'new-visitor', visitor: 'mallory' }
const keep: Action = {
  type: 'edit-cookie',
  visitor: 'mallory',
  host: 'localhost',
  name: 'connect.sid',
  value: '{alice/connect.sid/raw}',
}
const replayAfter = (milliseconds: number) =>
  log(shortSessions(''), [
    alice,
    visit('/login'),
    mallory,
    keep,
    { type: 'clock', advance: milliseconds },
    visit('http://localhost:9090/me', { visitor: 'mallory' }),
  ])

test('a millisecond before its time, a copied cookie still opens the session', async () => {
  const events = await replayAfter(59_999)
  expect(bodies(events)).toEqual(['hello alice', 'alice'])
  expect(toldOf(events, 2).load.done).toBe('loaded')
})

test('at its time the row is found to be expired, and goes', async () => {
  const events = await replayAfter(60_000)
  expect(bodies(events)).toEqual(['hello alice', 'nobody'])
  const { load, made } = toldOf(events, 2)
  expect(load.done).toBe('not-found')
  expect(made).toHaveLength(1)
  expect(only(events, 'row-removed').map(({ exchange, at }) => [exchange, after(at)])).toEqual([[2, 60_000]])
  expect(rowsOf(events)).toEqual([])
})

test('until somebody asks, an expired row lies in memory', async () => {
  const events = await log(shortSessions(''), [alice, visit('/login'), { type: 'clock', advance: 86_400_000 }])
  expect(rowsOf(events).map(({ expires }) => after(expires))).toEqual([60_000])
})
