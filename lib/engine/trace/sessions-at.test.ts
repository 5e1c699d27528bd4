import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Preview } from '@/lib/engine/sessions/preview'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { EventBody } from '@/lib/engine/trace/event'
import { emptyLog } from '@/lib/engine/trace/log'
import { logOf, requestSent } from '@/lib/engine/trace/log-of'
import { markOf, removedBy, type Sessions, sessionsAt } from '@/lib/engine/trace/sessions-at'
import { testWorld } from '@/lib/engine/trace/test-log'
import { fileWritten, redisKeySet, sessionText } from '@/lib/engine/trace/test-sessions'

const number = (value: number): Preview => ({ type: 'number', text: `${value}` })
const store = { kind: 'variable', name: 'sessions' } as const

function set(exchange: number | null, key: string, value: number, before: number | null, process = 1) {
  const old = before === null ? null : number(before)
  return {
    type: 'row-set',
    process,
    exchange,
    store,
    key,
    value: number(value),
    before: old,
  } as const satisfies EventBody
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
      const rows = running
        .filter(({ process, store }) => process !== 900 && store.kind === 'variable')
        .flatMap(({ rows }) => rows.values())
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
    place: 'a',
    broken: false,
    expires: null,
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

const SESSION = sessionText(1)

function rows(sessions: Sessions): unknown {
  return sessions.tables
    .values()
    .flatMap(({ process, store, rows }) =>
      rows.values().map((row) => [`${store.kind} ${store.name} of ${process}`, row.key, row.broken, row.expires]),
    )
}

test('files that hold sessions are rows of their folder, and outlive every process', () => {
  const log = logOf(
    fileWritten('package.json', '{"name":"shop"}'),
    fileWritten('sessions/a.json', SESSION),
    fileWritten('sessions/b.json', sessionText(1, 60_000)),
    fileWritten('c.json', SESSION),
    fileWritten('sessions/notes.txt', 'hello'),
    exited(1),
  )
  expect(rows(sessionsAt(log, log.length))).toEqual([
    ['files sessions of null', 'a', false, null],
    ['files sessions of null', 'b', false, 60_000],
    ['files . of null', 'c', false, null],
  ])
})

test('a file that is cut in half or emptied stays in sight as what it is, and is whole again when it is', () => {
  const half = SESSION.slice(0, 30)
  const log = logOf(
    fileWritten('sessions/a.json', ''),
    fileWritten('sessions/a.json', SESSION, { exchange: 1 }),
    fileWritten('sessions/a.json', half, { exchange: 2, torn: true }),
    fileWritten('sessions/b.json', half, { exchange: 3, torn: true }),
    fileWritten('sessions/a.json', sessionText(2), { exchange: 4 }),
    { type: 'file-removed', process: 1, exchange: 5, path: 'sessions/b.json' },
    { type: 'file-removed', process: 1, exchange: 5, path: 'sessions/unknown.json' },
  )
  const row = (cursor: number, key: string) => sessionsAt(log, cursor).tables.values()[0]?.rows.get(key)
  expect(rows(sessionsAt(log, 1))).toEqual([])
  expect(row(3, 'a')).toMatchObject({ broken: true, value: { type: 'string', value: half } })
  expect(row(4, 'b')).toMatchObject({ broken: true, before: null })
  expect(row(5, 'a')).toMatchObject({ broken: false, created: { exchange: 1 }, changed: { exchange: 4 } })
  expect(previewText(row(5, 'a')?.before ?? number(0), 200)).toContain('visit: 1')
  expect(rows(sessionsAt(log, 7))).toEqual([['files sessions of null', 'a', false, null]])
})

test('a session too long to be shown whole is not broken', () => {
  const log = logOf(fileWritten('sessions/a.json', SESSION.slice(0, 100), { cut: 9_000 }))
  const [row] = sessionsAt(log, 1).tables.values()[0]?.rows.values() ?? []
  expect(row).toMatchObject({ broken: false, value: { type: 'string', cut: 9_000 } })
})

test('Redis keys that hold sessions are rows by the id at their end, and go when Redis says so', () => {
  const log = logOf(
    redisKeySet('sess:a', SESSION, { exchange: 1, expires: 60_000 }),
    redisKeySet('b', SESSION, { exchange: 2 }),
    redisKeySet('visits', '12'),
    redisKeySet('list', '["cookie"]', { kind: 'list' }),
    exited(1),
    redisKeySet('sess:a', SESSION, { exchange: 3, expires: 90_000 }),
    { type: 'redis-key-removed', process: null, exchange: null, key: 'other:a', cause: 'command' },
    { type: 'redis-key-removed', process: null, exchange: null, key: 'sess:a', cause: 'expired' },
  )
  const both = [
    ['redis redis of null', 'a', false, 60_000],
    ['redis redis of null', 'b', false, null],
  ]
  expect(rows(sessionsAt(log, 5))).toEqual(both)
  expect(rows(sessionsAt(log, 7))).toEqual([['redis redis of null', 'a', false, 90_000], both[1]])
  expect(rows(sessionsAt(log, 8))).toEqual([both[1]])
})

test('a row of a MemoryStore says when it expires', () => {
  const log = logOf({ ...set(1, 'a', 1, null), store: { kind: 'memory', name: 'connect.sid' }, expires: 60_000 })
  expect(rows(sessionsAt(log, 1))).toEqual([['memory connect.sid of 1', 'a', false, 60_000]])
})
