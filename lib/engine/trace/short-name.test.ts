import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortName } from '@/lib/engine/trace/short-name'

function names(...ids: readonly string[]): string[] {
  const taken = new Set<string>()
  return ids.map((id) => {
    const name = shortName(id, (name) => taken.has(name))
    taken.add(name)
    return name
  })
}

test.each([
  ['a random id by its beginning', 'Yq3vTzk9BFy2-Jw8', 'Yq3v'],
  ['letters and digits only', '-_a-b_c-d_e', 'abcd'],
  ['an id that begins with the time by its end', '17953920000000.6551540487702722', '2722'],
  ['a counter by itself', '7', '7'],
  ['what has neither letters nor digits as it is', '--', '--'],
  ['characters whole', '𝒜𝒷𝒸𝒹𝒺', '𝒜𝒷𝒸𝒹'],
])('names %s', (_, id, name) => {
  expect(names(id)).toEqual([name])
})

test('when two would be the same, the later takes the other end, then more', () => {
  expect(names('abcdXXXX', 'abcdYYYY', 'abcdYYYYY', 'abcdZZYYYY')).toEqual(['abcd', 'YYYY', 'abcdY', 'abcdZ'])
  expect(names('17953920000000.1234', '17953920000001.1234')).toEqual(['1234', '1795'])
})

test('ids that differ in nothing a name shows are counted', () => {
  expect(names('ab', '-ab', 'a-b', 'a~b')).toEqual(['ab', '-ab', 'a-b', 'a~b'])
  expect(names('ab~2', 'ab', 'a-b', 'ab')).toEqual(['ab2', 'ab', 'a-b', 'ab~2'])
})

test('no two ids have the same name', () => {
  const id = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', '1', '-'), maxLength: 8 }))
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 80 }), (ids) => {
      expect(new Set(names(...ids)).size).toBe(ids.length)
    }),
  )
})
