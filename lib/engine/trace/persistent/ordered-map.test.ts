import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Key } from '@/lib/engine/trace/persistent/hash'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'

/** Two pairs of different strings with the same FNV-1a hash. */
const COLLIDING = ['costarring', 'liquid', 'declinate', 'macallums']

function expectSame<K extends Key>(map: OrderedMap<K, number>, model: ReadonlyMap<K, number>): void {
  expect(map.size).toBe(model.size)
  expect(map.keys()).toEqual([...model.keys()])
  expect(map.values()).toEqual([...model.values()])
  for (const [key, value] of model) expect(map.get(key)).toBe(value)
  expect(map.last).toBe([...model.values()].at(-1))
  expect(map.slice(1, 4)).toEqual([...model.values()].slice(1, 4))
}

function law<K extends Key>(key: fc.Arbitrary<K>, maxLength: number): void {
  const change = fc.record({ key, value: fc.option(fc.nat({ max: 3 }), { freq: 2 }) })
  fc.assert(
    fc.property(fc.array(change, { maxLength }), (changes) => {
      let map = OrderedMap.empty<K, number>()
      const model = new Map<K, number>()
      const versions: [OrderedMap<K, number>, ReadonlyMap<K, number>][] = []
      for (const { key, value } of changes) {
        const unchanged = value === null ? !model.has(key) : model.get(key) === value
        const next = value === null ? map.without(key) : map.with(key, value)
        expect(next === map).toBe(unchanged)
        map = next
        if (value === null) model.delete(key)
        else model.set(key, value)
        expect(map.has(key)).toBe(model.has(key))
        versions.push([map, new Map(model)])
      }
      for (const [version, expected] of versions) expectSame(version, expected)
    }),
  )
}

test('does what a Map does, in its order, and earlier versions stay as they were: few strings', () => {
  law(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '', ...COLLIDING), 60)
})

test('does what a Map does: many numbers', () => {
  law(fc.integer({ min: 0, max: 300 }), 300)
})

test('keys of the same hash stay apart', () => {
  let map = OrderedMap.empty<string, number>()
  for (const [index, key] of COLLIDING.entries()) map = map.with(key, index)
  expect(COLLIDING.map((key) => map.get(key))).toEqual([0, 1, 2, 3])
  map = map.without('liquid').without('declinate')
  expect(COLLIDING.map((key) => map.get(key))).toEqual([0, undefined, undefined, 3])
})

test('many removals leave neither holes nor a lost key', () => {
  let map = OrderedMap.empty<number, number>()
  const model = new Map<number, number>()
  for (let key = 0; key < 5_000; key++) {
    map = map.with(key, key)
    model.set(key, key)
  }
  for (let key = 0; key < 5_000; key++) {
    if (key % 7 === 0) continue
    map = map.without(key)
    model.delete(key)
  }
  expectSame(map.with(9_999, 1), new Map([...model, [9_999, 1]]))
})
