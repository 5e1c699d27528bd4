import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Preview } from '@/lib/engine/sessions/preview'
import type { EventBody } from '@/lib/engine/trace/event'
import { emptyLog } from '@/lib/engine/trace/log'
import { logOf, requestSent } from '@/lib/engine/trace/log-of'
import { markOf, removedBy, type Sessions, sessionsAt } from '@/lib/engine/trace/sessions-at'
import { testWorld } from '@/lib/engine/trace/test-log'

const number = (value: number): Preview => ({ type: 'number', text: `${value}` })
const store = { kind: 'variable', name: 'sessions' } as const

function set(exchange: number | null, key: string, value: number, before: number | null, process = 1): EventBody {
  const old = before === null ? null : number(before)
  return { type: 'row-set', process, exchange, store, key, value: number(value), before: old }
}

function removed(exchange: number | null, key: string, before: number): EventBody {
  return { type: 'row-removed', process: 1, exchange, store, key, before: number(before) }
}

function exited(process: number): EventBody {
  return { type: 'process-exited', process, server: 'server.js', code: 0, cause: 'restart' }
}

function marks({ tables, recent }: Sessions): unknown {
  return tables
    .values()
    .flatMap((table) => [
      ...table.rows.values().map((row) => `${row.key} ${markOf(row, recent)}`),
      ...removedBy(table, recent).map((row) => `${row.key} removed`),
    ])
}

test('holds the rows of the process that runs, as it has them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100_000 }), { maxLength: 300, size: 'max' }).map(testWorld), (world) => {
      const log = emptyLog().append(world.events)
      const running = sessionsAt(log, log.length).tables.values()
      const rows = running.filter(({ process }) => process !== 900).flatMap(({ rows }) => rows.values())
      expect(rows.map(({ key, value }) => [key, value])).toEqual([...world.rows])
    }),
    { numRuns: 30 },
  )
})

test('a row knows what created it and what changed it last', () => {
  const log = logOf(requestSent(1), set(1, 'a', 100, null), 60, requestSent(2), set(2, 'a', 90, 100))
  const row = sessionsAt(log, log.length).tables.values()[0]?.rows.get('a')
  expect(row).toEqual({
    key: 'a',
    value: number(90),
    before: number(100),
    created: { seq: 1, at: 0, exchange: 1 },
    changed: { seq: 3, at: 60, exchange: 2 },
  })
})

test('marks what the most recent exchange did, and nothing older', () => {
  const log = logOf(
    requestSent(1),
    set(1, 'a', 1, null),
    set(1, 'b', 1, null),
    set(1, 'c', 1, null),
    requestSent(2),
    set(2, 'b', 2, 1),
    removed(2, 'c', 1),
    set(2, 'd', 1, null),
    requestSent(3),
  )
  expect(marks(sessionsAt(log, 4))).toEqual(['a added', 'b added', 'c added'])
  expect(marks(sessionsAt(log, 8))).toEqual(['a null', 'b changed', 'd added', 'c removed'])
  expect(marks(sessionsAt(log, 9))).toEqual(['a null', 'b null', 'd null'])
})

test('following a redirect keeps the marks of the exchange that redirected', () => {
  const log = logOf(requestSent(1), set(1, 'a', 1, null), requestSent(2, 1), set(2, 'b', 1, null), requestSent(3, 99))
  expect(marks(sessionsAt(log, 4))).toEqual(['a added', 'b added'])
  expect(sessionsAt(log, 4).recent).toEqual([1, 2])
  expect(marks(sessionsAt(log, 5))).toEqual(['a null', 'b null'])
})

test('what no exchange is known to have done is no exchange’s mark', () => {
  const log = logOf(requestSent(1), set(null, 'a', 1, null), set(null, 'b', 1, null), removed(null, 'b', 1))
  expect(marks(sessionsAt(log, log.length))).toEqual(['a null'])
})

test('a row that came back was not removed', () => {
  const log = logOf(requestSent(1), set(1, 'a', 1, null), removed(1, 'a', 1), set(1, 'a', 2, null))
  expect(marks(sessionsAt(log, 3))).toEqual(['a removed'])
  expect(marks(sessionsAt(log, 4))).toEqual(['a added'])
})

test('rows go with their process, and with no other', () => {
  const log = logOf(set(null, 'a', 1, null, 1), set(null, 'a', 2, null, 2), exited(1))
  const tables = sessionsAt(log, 3).tables.values()
  expect(tables.map(({ process, rows }) => [process, rows.keys()])).toEqual([[2, ['a']]])
})

test('tells how many rows are not shown', () => {
  const log = logOf({ type: 'rows-uncounted', process: 1, store, count: 12 })
  expect(sessionsAt(log, 1).tables.values()[0]).toMatchObject({ uncounted: 12, store })
})
