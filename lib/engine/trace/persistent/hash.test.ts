import { expect, test } from 'vitest'
import { hashOf } from '@/lib/engine/trace/persistent/hash'

// Published test vectors of 32-bit FNV-1a, and two of its known collisions.
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('%j hashes as FNV-1a says', (text, hash) => {
  expect(hashOf(text) >>> 0).toBe(hash)
})

test('the pairs that the tests of maps rely on do collide', () => {
  expect(hashOf('costarring')).toBe(hashOf('liquid'))
  expect(hashOf('declinate')).toBe(hashOf('macallums'))
})

test('numbers that follow one another are spread', () => {
  const slots = new Set(Array.from({ length: 32 }, (_, number) => hashOf(number) & 31))
  expect(slots.size).toBeGreaterThan(12)
})
