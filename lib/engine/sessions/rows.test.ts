import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROW_BOUNDS } from '@/lib/engine/sessions/bounds'
import { diffRows } from '@/lib/engine/sessions/diff-rows'
import type { Preview } from '@/lib/engine/sessions/preview'
import { NO_ROWS, type Rows } from '@/lib/engine/sessions/row'
import { rowsOf } from '@/lib/engine/sessions/rows'

const notProxy = () => false

function look(value: unknown, before?: Rows, rows = ROW_BOUNDS.rows): Rows {
  return rowsOf(value, { ...ROW_BOUNDS, rows }, notProxy, before)
}

const number = (value: number): Preview => ({ type: 'number', text: `${value}` })
const keys = (rows: Rows) => rows.list.map(({ key }) => key)

function applied(before: Rows, changes: ReturnType<typeof diffRows>): Map<string, Preview> {
  const rows = new Map(before.list.map(({ key, value }) => [key, value]))
  for (const change of changes) {
    if (change.type === 'row-removed') rows.delete(change.key)
    else rows.set(change.key, change.value)
  }
  return rows
}

test('rows are own keys, elements, or entries; other values have none', () => {
  expect(keys(look({ b: 1, a: 2 }))).toEqual(['b', 'a'])
  expect(keys(look(['x', 'y']))).toEqual(['0', '1'])
  expect(keys(look(new Map([['m', 1]])))).toEqual(['m'])
  for (const value of [undefined, 'text', 1, () => {}, new Set([1]), new Date()]) expect(look(value)).toEqual(NO_ROWS)
})

test('keys of a Map that read alike are told apart', () => {
  const map = new Map<unknown, number>([
    [1, 1],
    ['1', 2],
    [{}, 3],
    [{}, 4],
    ['1 (2)', 5],
  ])
  expect(keys(look(map))).toEqual(['1', '1 (2)', '[Object]', '[Object] (2)', '1 (2) (2)'])
})

test('a card number of __proto__ makes no row, and what it pollutes shows nowhere', () => {
  const sessions: Record<string, { balance: number }> = { alice: { balance: 100 } }
  const before = look(sessions)
  try {
    const id = '__proto__'
    const card = sessions[id]
    if (card) card.balance -= 10
    expect(Number.isNaN(Reflect.get({}, 'balance'))).toBe(true)
    expect(look(sessions, before)).toBe(before)
    expect(keys(look({}))).toEqual([])
  } finally {
    Reflect.deleteProperty(Object.prototype, 'balance')
  }
})

test('an own key __proto__ is a row like others', () => {
  const rows = look(JSON.parse('{"__proto__":{"balance":1},"a":2}'))
  expect(keys(rows)).toEqual(['__proto__', 'a'])
  expect(diffRows(NO_ROWS, rows).map(({ key }) => key)).toEqual(['__proto__', 'a'])
  expect(diffRows(rows, look(JSON.parse('{"__proto__":{"balance":2},"a":2}'), rows))).toMatchObject([
    { type: 'row-set', key: '__proto__' },
  ])
})

test('when nothing looks different, the result is the same object', () => {
  const sessions = { a: { cart: [{ name: 'gel' }] }, b: new Map([['n', 1]]) }
  const first = look(sessions)
  expect(look(sessions, first)).toBe(first)
  expect(look(structuredClone(sessions), first)).toBe(first)
  expect(look(undefined, look(undefined, NO_ROWS))).toBe(NO_ROWS)
})

test('a change deep in one row is noticed, and the others are not taken anew', () => {
  const gel = { name: 'gel' }
  const sessions = { a: { cart: [gel] }, b: { cart: [] } }
  const first = look(sessions)
  gel.name = 'wax'
  const second = look(sessions, first)
  expect(diffRows(first, second)).toMatchObject([{ type: 'row-set', key: 'a' }])
  expect(second.list[1]).toBe(first.list[1])
})

test('tells rows that went from those that came and those that changed', () => {
  const before = look({ a: 1, b: 2, c: 3 })
  const after = look({ b: 2, c: 30, d: 4 }, before)
  expect(diffRows(before, after)).toEqual([
    { type: 'row-removed', key: 'a', before: number(1) },
    { type: 'row-set', key: 'c', value: number(30), before: number(3) },
    { type: 'row-set', key: 'd', value: number(4), before: null },
  ])
  expect(diffRows(after, after)).toEqual([])
})

test('shows no more rows than it may, and counts the rest', () => {
  const sessions: Record<string, number> = { a: 1, b: 2, c: 3 }
  const first = look(sessions, undefined, 2)
  expect([keys(first), first.uncounted]).toEqual([['a', 'b'], 1])
  sessions.d = 4
  const second = look(sessions, first, 2)
  expect(second.uncounted).toBe(2)
  expect(diffRows(first, second)).toEqual([])
})

test('a getter in the place of a row is named and not run', () => {
  const fail = () => {
    throw new Error('a getter ran')
  }
  const guarded = Object.defineProperty({}, 'a', { get: fail, enumerable: true, configurable: true })
  const first = look(guarded)
  expect(first.list).toEqual([{ key: 'a', value: { type: 'opaque', text: '[Getter]' } }])
  expect(look(guarded, first)).toBe(first)
  expect(diffRows(first, look({ a: 1 }, first))).toMatchObject([{ type: 'row-set', key: 'a' }])
  expect(look(new Proxy({}, {}))).toEqual(NO_ROWS)
  expect(rowsOf(new Proxy({ a: 1 }, {}), ROW_BOUNDS, () => true)).toEqual(NO_ROWS)
})

const rowKey = fc.constantFrom('a', 'b', 'c', '1', '2', '__proto__', 'constructor')
const rowValue = fc.anything({ values: [fc.constantFrom(1, 2, 'x', null)], key: rowKey, maxDepth: 2, withMap: true })
const table = fc.oneof(
  fc
    .uniqueArray(fc.tuple(rowKey, rowValue), { selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries)),
  fc.array(fc.tuple(fc.oneof(rowKey, fc.constantFrom(1, 2)), rowValue)).map((entries) => new Map(entries)),
  fc.array(rowValue),
)

test('the changes carry the rows before over into those after, and none is idle', () => {
  fc.assert(
    fc.property(table, table, fc.integer({ min: 1, max: 9 }), (first, second, bound) => {
      const before = look(first, undefined, bound)
      const after = look(second, before, bound)
      expect(after).toEqual(look(second, undefined, bound))
      const changes = diffRows(before, after)
      const rows = applied(before, changes)
      expect(rows).toEqual(new Map(after.list.map(({ key, value }) => [key, value])))
      for (const change of changes) {
        expect(change.before).toEqual(before.list.find(({ key }) => key === change.key)?.value ?? null)
        if (change.type === 'row-set') expect(change.value).not.toEqual(change.before)
      }
    }),
    { numRuns: 1_000 },
  )
})
