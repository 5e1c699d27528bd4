import { expect, test } from 'vitest'
import { ROW_BOUNDS } from '@/lib/engine/sessions/bounds'
import { diffRows } from '@/lib/engine/sessions/diff-rows'
import { NO_ROWS } from '@/lib/engine/sessions/row'
import { rowsOf } from '@/lib/engine/sessions/rows'
import { preview } from '@/lib/engine/sessions/snapshot'

const POLLUTED: readonly object[] = [
  Array,
  Array.prototype,
  Object,
  Object.prototype,
  Reflect,
  Map.prototype,
  Set.prototype,
  String.prototype,
  Number.prototype,
  Symbol.prototype,
  Date.prototype,
  Function.prototype,
  Object.getPrototypeOf([].values()),
  Object.getPrototypeOf(new Map().entries()),
  Object.getPrototypeOf(Uint8Array.prototype),
]

const sessions = {
  a: {
    balance: 90,
    when: new Date(0),
    list: [1, [2]],
    map: new Map<unknown, unknown>([
      ['k', { v: 1 }],
      [1, 'x'],
    ]),
  },
  b: { text: 'x'.repeat(300), symbol: Symbol('s'), set: new Set([1]), bytes: new Uint8Array(2), go: () => {}, n: -0 },
  c: Object.defineProperty({}, 'guarded', { get: () => 1, enumerable: true }),
}
const other = { a: sessions.a, d: new Map([[1, { v: 2 }]]) }

function everything(): unknown {
  const first = rowsOf(sessions, ROW_BOUNDS, () => false)
  const again = rowsOf(sessions, ROW_BOUNDS, () => false, first)
  const second = rowsOf(other, ROW_BOUNDS, () => false, first)
  const map = rowsOf(other.d, ROW_BOUNDS, () => false)
  return {
    first,
    unchanged: again === first,
    second,
    map,
    changes: diffRows(first, second),
    all: diffRows(NO_ROWS, first),
    preview: preview([sessions], ROW_BOUNDS, () => false),
  }
}

/** Runs with every function and getter of the built-ins replaced by one that throws, and nonsense on Object.prototype. */
function polluted(run: () => unknown): unknown {
  const define = Object.defineProperty
  const own = Object.getOwnPropertyDescriptor
  const names = Reflect.ownKeys
  const remove = Reflect.deleteProperty
  const undo: (() => void)[] = []
  let undone = 0
  const fail = () => {
    throw new Error('student code ran')
  }
  const saved = POLLUTED.flatMap((object) =>
    names(object).flatMap((name) => {
      const property = own(object, name)
      return property?.configurable && name !== 'constructor' ? [{ object, name, property }] : []
    }),
  )
  for (let index = 0; index < saved.length; index++) {
    const entry = saved[index]
    if (!entry) continue
    const { object, name, property } = entry
    undo[undone++] = () => define(object, name, property)
  }
  const nonsense = ['get', 'set', 'value', 'enumerable', 'balance', 'key', 'text', 'type', 'list', '0', '1', 'more']
  try {
    for (let index = 0; index < saved.length; index++) {
      const entry = saved[index]
      if (!entry) continue
      const { object, name, property } = entry
      const method = { __proto__: null, value: fail, writable: true, configurable: true }
      const accessor = { __proto__: null, get: fail, configurable: true }
      if (typeof property.value === 'function') define(object, name, method)
      else if (property.get) define(object, name, accessor)
    }
    for (let index = 0; index < nonsense.length; index++) {
      const name = nonsense[index] ?? ''
      const property = { __proto__: null, set: fail, get: () => 'nonsense', configurable: true }
      define(Object.prototype, name, property)
      if (name === '0' || name === '1') define(Array.prototype, name, property)
    }
    return run()
  } finally {
    for (let index = 0; index < nonsense.length; index++) {
      remove(Object.prototype, nonsense[index] ?? '')
      remove(Array.prototype, nonsense[index] ?? '')
    }
    for (let index = 0; index < undone; index++) undo[index]?.()
  }
}

test('what a program does to the built-ins reaches no preview, row or difference', () => {
  const expected = everything()
  expect(polluted(everything)).toEqual(expected)
  expect(expected).toMatchObject({ unchanged: true, first: { list: { length: 3 } }, changes: { length: 3 } })
})

test('the pollution of this test is one that would be noticed', () => {
  for (const careless of [
    () => [1].slice(),
    () => [...[1]],
    () => new Map([[1, 2]]),
    () => Object.keys({}),
    () => 'x'.slice(1),
    () => {
      const list: number[] = []
      list[0] = 1
    },
  ]) {
    expect(() => polluted(careless)).toThrow('student code ran')
  }
})
