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

const { defineProperty, getOwnPropertyDescriptor } = Object
const { deleteProperty, ownKeys } = Reflect

function fail(): never {
  throw new Error('student code ran')
}

interface Replacement {
  readonly object: object
  readonly name: PropertyKey
  /** `undefined` when there was no such property. */
  readonly before: PropertyDescriptor | undefined
  readonly after: PropertyDescriptor
}

function replacement(object: object, name: PropertyKey): Replacement {
  const before = getOwnPropertyDescriptor(object, name)
  const isMethod = typeof before?.value === 'function'
  const after = isMethod ? { value: fail, writable: true } : { get: fail, set: fail }
  return { object, name, before, after: Object.assign(Object.create(null), { ...after, configurable: true }) }
}

/** Every method and getter of the built-ins, the classes themselves, and names that ours use where none had been. */
function replacements(): Replacement[] {
  const builtIn = POLLUTED.flatMap((object) =>
    ownKeys(object)
      .filter((name) => name !== 'constructor' && getOwnPropertyDescriptor(object, name)?.configurable)
      .map((name) => replacement(object, name))
      .filter(({ before }) => typeof before?.value === 'function' || before?.get !== undefined),
  )
  const classes = ['Array', 'Object', 'Map', 'Set', 'Reflect', 'Number', 'String', 'Symbol', 'Date', 'Uint8Array']
  const names = ['get', 'set', 'value', 'enumerable', 'balance', 'key', 'text', 'type', 'list', '0', '1', 'more']
  return [
    ...builtIn,
    ...classes.map((name) => replacement(globalThis, name)),
    ...names.map((name) => replacement(Object.prototype, name)),
    ...['0', '1'].map((name) => replacement(Array.prototype, name)),
  ]
}

/** Runs while whatever a program may replace fails. */
function polluted(run: () => unknown): unknown {
  const all = replacements()
  const count = all.length
  const undo = ({ object, name, before }: Replacement) => {
    if (before) defineProperty(object, name, before)
    else deleteProperty(object, name)
  }
  let done = 0
  const at = (index: number) => all[index] ?? expect.fail()
  try {
    for (; done < count; done++) defineProperty(at(done).object, at(done).name, at(done).after)
    return run()
  } finally {
    // Backwards: what is on Object.prototype has to go before descriptors mean what they say again.
    while (done > 0) undo(at(--done))
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
    expect(() => polluted(careless)).toThrow(/student code ran|is not a function/)
  }
})
