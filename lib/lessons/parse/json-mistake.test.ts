import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonMistake } from '@/lib/lessons/parse/json-mistake'

describe('the place at which a text stops being JSON', () => {
  it.each<[string, string, number, number]>([
    ['', 'expected a value, found the end', 1, 1],
    ['{\n  "a": 1,\n}', 'expected a name in double quotes, found "}"', 3, 1],
    ["{ 'a': 1 }", 'expected a name in double quotes or }, found "\'"', 1, 3],
    ['{ "a" 1 }', 'expected :, found "1"', 1, 7],
    ['{ "a": }', 'expected a value, found "}"', 1, 8],
    ['{ "a": 1 "b": 2 }', 'expected , or }, found "\\""', 1, 10],
    ['[1, 2', 'expected , or ], found the end', 1, 6],
    ['[1,]', 'expected a value, found "]"', 1, 4],
    ['[1}', 'expected , or ], found "}"', 1, 3],
    ['{} x', 'expected the end, found "x"', 1, 4],
    ['{ // why\n}', 'expected a name in double quotes or }, found "/"', 1, 3],
    ['[01]', 'expected a value or ], found "0"', 1, 2],
    ['{}\u00a0', 'expected the end, found "\u00a0"', 1, 3],
    ['["a\nb"]', 'expected a value or ], found "\\""', 1, 2],
    ['nul', 'expected a value, found "n"', 1, 1],
  ])('%j', (text, message, line, column) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(jsonMistake(text)).toEqual({ message, line, column })
  })

  it('agrees with JSON.parse on what is JSON, also after any one character is gone or doubled', () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.boolean(), (text, at, doubled) => {
        const index = at % Math.max(text.length, 1)
        const other =
          text.slice(0, index) + (doubled ? text.slice(index, index + 1).repeat(2) : '') + text.slice(index + 1)
        for (const one of [text, other]) expect(jsonMistake(one) === null).toBe(isJson(one))
      }),
    )
  })
})
