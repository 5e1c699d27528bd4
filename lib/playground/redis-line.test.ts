import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redisLine, redisWords } from '@/lib/playground/redis-line'

test.each<[string, string[] | null]>([
  ['GET a', ['GET', 'a']],
  ['  KEYS   sess:*  ', ['KEYS', 'sess:*']],
  ['SET a "two words"', ['SET', 'a', 'two words']],
  ['SET a \'{"user":"alice"}\'', ['SET', 'a', '{"user":"alice"}']],
  ['SET a "say \\"hi\\"\\n\\x41"', ['SET', 'a', 'say "hi"\nA']],
  ['SET a ""', ['SET', 'a', '']],
  ['', []],
  ['DEL sess:{alice/connect.sid}', ['DEL', 'sess:{alice/connect.sid}']],
  ['SET a "open', null],
  ["SET a it's", null],
  ['SET a "x"y', null],
])('%j', (line, words) => {
  expect(redisWords(line)).toEqual(words)
})

test('a command can be typed as it is shown', () => {
  const word = fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '\\', '\n', '{', '剪') })
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(redisWords(redisLine(words))).toEqual(words)
    }),
  )
})
