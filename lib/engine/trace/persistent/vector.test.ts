import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Vector } from '@/lib/engine/trace/persistent/vector'

test('does what an array does, and earlier versions stay as they were', () => {
  const change = fc.oneof(
    { arbitrary: fc.record({ push: fc.nat() }), weight: 4 },
    fc.record({ at: fc.nat({ max: 120 }), item: fc.nat() }),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
      let vector = Vector.empty<number>()
      let model: readonly number[] = []
      const versions: [Vector<number>, readonly number[]][] = []
      for (const step of changes) {
        if ('push' in step) {
          vector = vector.push(step.push)
          model = [...model, step.push]
        } else if (step.at < model.length) {
          vector = vector.with(step.at, step.item)
          model = model.with(step.at, step.item)
        }
        versions.push([vector, model])
      }
      for (const [version, expected] of versions) {
        expect(version.length).toBe(expected.length)
        expect(version.toArray()).toEqual(expected)
        expect([...version]).toEqual(expected)
        expect(version.last).toBe(expected.at(-1))
      }
    }),
  )
})

test('grows by whole levels and finds every position again', () => {
  let vector = Vector.empty<number>()
  const size = 33_000
  for (let item = 0; item < size; item++) vector = vector.push(item)
  for (let position = 0; position < size; position++) {
    if (vector.at(position) !== position) expect.fail(`${vector.at(position)} at ${position}`)
  }
  expect(vector.with(32_999, -1).at(32_999)).toBe(-1)
  expect(vector.with(0, -1).toArray().slice(0, 2)).toEqual([-1, 1])
})

test('has nothing outside of itself', () => {
  const vector = Vector.empty<string>().push('a')
  expect(vector.at(1)).toBeUndefined()
  expect(vector.at(-1)).toBeUndefined()
  expect(vector.with(1, 'b')).toBe(vector)
  expect(vector.with(-1, 'b')).toBe(vector)
  expect(Vector.empty<string>().last).toBeUndefined()
})
