import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Preview } from '@/lib/engine/sessions/preview'
import { samePreview } from '@/lib/engine/sessions/same-preview'
import { preview } from '@/lib/engine/sessions/snapshot'
import { stillShows } from '@/lib/engine/sessions/still-shows'

const BOUNDS = { depth: 3, entries: 5, stringLength: 8 }
const notProxy = () => false

function of(value: unknown, bounds = BOUNDS): Preview {
  return preview(value, bounds, notProxy)
}

const opaque = (text: string): Preview => ({ type: 'opaque', text })
const number = (text: string): Preview => ({ type: 'number', text })
const object = (...entries: [string, Preview][]): Preview => ({ type: 'object', entries, more: 0 })

class Card {
  balance = 100
  get spent(): number {
    throw new Error('a getter ran')
  }
}

class Shelf extends Map<string, number> {
  override get size(): number {
    throw new Error('a getter ran')
  }
}

test.each<[string, unknown, Preview]>([
  ['minus zero', -0, number('-0')],
  ['zero', 0, number('0')],
  ['NaN', Number.NaN, number('NaN')],
  ['a bigint', 10n, { type: 'bigint', text: '10n' }],
  ['a symbol', Symbol('x'), { type: 'symbol', text: 'Symbol(x)' }],
  ['undefined', undefined, { type: 'undefined', text: 'undefined' }],
  ['null', null, { type: 'null', text: 'null' }],
  ['a boolean', false, { type: 'boolean', text: 'false' }],
  ['a string', '卡上还剩90', { type: 'string', value: '卡上还剩90', cut: 0 }],
  ['a long string', '0123456789', { type: 'string', value: '01234567', cut: 2 }],
  ['a character that would be cut in two', '0123456😀9', { type: 'string', value: '0123456', cut: 3 }],
  ['a row of the course', { balance: 90 }, object(['balance', number('90')])],
  ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), object(['a', number('1')])],
  [
    'an own __proto__',
    JSON.parse('{"__proto__":{"balance":1}}'),
    object(['__proto__', object(['balance', number('1')])]),
  ],
  ['an instance', new Card(), object(['balance', number('100')])],
  ['what is inherited', Object.create({ balance: 1 }), object()],
  ['what is not enumerable', Object.defineProperty({}, 'hidden', { value: 1 }), object()],
  ['a function', function visit() {}, opaque('[Function: visit]')],
  ['a function without a name', (() => () => {})(), opaque('[Function (anonymous)]')],
  ['a date', new Date(0), opaque('1970-01-01T00:00:00.000Z')],
  ['no date', new Date(Number.NaN), opaque('Invalid Date')],
  ['what only claims to be a date', Object.create(Date.prototype), object()],
  ['a set', new Set([1, 2]), opaque('Set(2)')],
  ['an error', new RangeError('too much'), opaque('[Error: too much]')],
  ['a regular expression', /x/g, opaque('[RegExp]')],
  ['a promise', Promise.resolve(1), opaque('[Promise]')],
  ['bytes', Buffer.from('ab'), opaque('Uint8Array(2)')],
])('shows %s', (_, value, expected) => {
  expect(of(value)).toEqual(expected)
})

test('shows a Map, a subclass too, its keys as text', () => {
  expect(
    of(
      new Map<unknown, unknown>([
        ['a', 1],
        [1, 2],
        [null, 3],
        [{}, 4],
        [Symbol('s'), 5],
      ]),
    ),
  ).toEqual({
    type: 'map',
    entries: [
      ['a', number('1')],
      ['1', number('2')],
      ['null', number('3')],
      ['[Object]', number('4')],
      ['Symbol(s)', number('5')],
    ],
    more: 0,
  })
  expect(of(new Shelf([['a', 1]]))).toEqual({ type: 'map', entries: [['a', number('1')]], more: 0 })
})

test('leaves an array’s holes out, and keeps what is written beside its elements', () => {
  const holey: unknown[] = []
  holey[2] = 'x'
  Object.assign(holey, { name: 1 })
  expect(of(holey)).toEqual({
    type: 'array',
    entries: [
      ['2', { type: 'string', value: 'x', cut: 0 }],
      ['name', number('1')],
    ],
    more: 0,
  })
})

test('says how much it left out', () => {
  const seven = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }
  expect(of(seven)).toMatchObject({ more: 2, entries: { length: 5 } })
  expect(of(Object.values(seven))).toMatchObject({ more: 2, entries: { length: 5 } })
  expect(of(new Map(Object.entries(seven)))).toMatchObject({ more: 2, entries: { length: 5 } })
  expect(of(new Array(5_000).fill(1))).toMatchObject({ more: 4_995, entries: { length: 5 } })
})

test('a long array with holes costs what is in it', () => {
  const sparse: number[] = []
  sparse[4_000_000_000] = 1
  expect(of(sparse)).toEqual({ type: 'array', entries: [['4000000000', number('1')]], more: 0 })
})

test('looks no deeper than it may, and names what lies below', () => {
  const value = { a: { b: { c: { d: 1 }, list: [1, 2], map: new Map([[1, 1]]) } } }
  const below = object(['c', opaque('{…}')], ['list', opaque('Array(2)')], ['map', opaque('Map(1)')])
  expect(of(value)).toEqual(object(['a', object(['b', below])]))
  expect(of(value, { ...BOUNDS, depth: 0 })).toEqual(opaque('{…}'))
})

test('notices what holds itself, and not what is only there twice', () => {
  const twice = { n: 1 }
  const self: Record<string, unknown> = { twice, again: twice }
  self.self = { self }
  expect(of(self)).toEqual(
    object(
      ['twice', object(['n', number('1')])],
      ['again', object(['n', number('1')])],
      ['self', object(['self', opaque('[Circular]')])],
    ),
  )
})

test('runs no getter, no setter and no trap', () => {
  const fail = () => {
    throw new Error('student code ran')
  }
  const traps = new Proxy({}, { get: () => fail })
  const proxy = new Proxy({}, traps)
  const callable = new Proxy(() => {}, traps)
  const proxies = new Set<object>([proxy, callable])
  const underProxy = Object.create(proxy, { own: { value: 1, enumerable: true } })
  const guarded = Object.defineProperties(
    {},
    {
      both: { get: fail, set: fail, enumerable: true },
      get: { get: fail, enumerable: true },
      set: { set: fail, enumerable: true },
    },
  )
  const value = { proxy, callable, underProxy, guarded, toString: fail, toJSON: fail, valueOf: fail }
  expect(preview(value, { ...BOUNDS, entries: 10 }, (object) => proxies.has(object))).toEqual(
    object(
      ['proxy', opaque('[Proxy]')],
      ['callable', opaque('[Proxy]')],
      ['underProxy', object(['own', number('1')])],
      [
        'guarded',
        object(['both', opaque('[Getter/Setter]')], ['get', opaque('[Getter]')], ['set', opaque('[Setter]')]),
      ],
      ['toString', opaque('[Function: fail]')],
      ['toJSON', opaque('[Function: fail]')],
      ['valueOf', opaque('[Function: fail]')],
    ),
  )
})

/** Values that often differ little, so that equal and unequal pairs are both common. */
const anything = fc.anything({
  key: fc.constantFrom('a', 'b', '__proto__', '0'),
  values: [fc.constantFrom(0, -0, 1, Number.NaN, 'a', 'aaaaaaaaaaa', 'aaaaaaaaaaaa', null, undefined, true, 1n)],
  maxDepth: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
})

test('a value still shows what it showed exactly when a new preview is the same', () => {
  const bounds = { depth: 2, entries: 2, stringLength: 3 }
  fc.assert(
    fc.property(anything, anything, (before, after) => {
      const shown = preview(before, bounds, notProxy)
      expect(stillShows(shown, before, bounds, notProxy)).toBe(true)
      const same = samePreview(shown, preview(after, bounds, notProxy))
      expect(stillShows(shown, after, bounds, notProxy)).toBe(same)
      if (same) expect(preview(after, bounds, notProxy)).toEqual(shown)
    }),
    { numRuns: 2_000 },
  )
})
