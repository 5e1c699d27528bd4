import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchCookieLine } from '@/lib/lessons/check/cookie-line'
import { matchPattern } from '@/lib/lessons/check/match-pattern'
import { parsePattern } from '@/lib/lessons/pattern'

const KNOWN = new Map([['sid', '7.5']])

describe('a whole text', () => {
  it.each([
    ['a', 'a', {}],
    ['a', 'ab', null],
    ['a.c', 'abc', null],
    ['{x}', 'abc', { x: 'abc' }],
    ['{x}', '', null],
    ['{x}', 'a b', null],
    ['a={x}; b={y}', 'a=1; b=2', { x: '1', y: '2' }],
    ['{x}.{y}', '1.2.3', { x: '1', y: '2.3' }],
    ['{x}-{x}', 'ab-ab', { x: 'ab' }],
    ['{x}-{x}', 'ab-ac', null],
    ['{sid}', '7.5', {}],
    ['{sid}', '7x5', null],
    ['{!sid}', '8', {}],
    ['{!sid}', '7.5', null],
    ['{x}{y}', 'ab', { x: 'a', y: 'b' }],
    ['(a|b)*[c]', '(a|b)*[c]', {}],
  ])('%s against %s', (pattern, text, found) => {
    const result = matchPattern(parsePattern(pattern), text, KNOWN, 'whole')
    expect(result && Object.fromEntries(result)).toEqual(found && { sid: '7.5', ...found })
  })

  it('matches itself when it holds no braces, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const plain = text.replaceAll('{', '(')
        expect(matchPattern(parsePattern(plain), plain, KNOWN, 'whole')).toEqual(KNOWN)
      }),
      { seed: 1 },
    )
  })
})

it.each([
  ['剩90', '还剩90元', true],
  ['-10', '还剩-100', true],
  ['-10', '还剩10', false],
  ['第{x}次', '你的第3次', true],
])('%s is a piece of %s: %s', (pattern, text, holds) => {
  expect(matchPattern(parsePattern(pattern), text, KNOWN, 'within') !== null).toBe(holds)
})

it('captures a word at the end of a piece', () => {
  expect(matchPattern(parsePattern('id {x}'), 'your id abc<p>', new Map(), 'within')?.get('x')).toBe('abc')
})

it.each([
  ['balance: 9', '{balance: 9}', true],
  ['balance: 9', '{balance: 90}', false],
  ['balance: 9', '{balance: 9.5}', false],
  ['balance: 9', '{imbalance: 9}', false],
  ['balance: -9', '{balance: -9, a: 1}', true],
  ['9', '{balance: -9}', false],
  ['{balance: 9}', '{balance: 9}', true],
  ["user: '卡'", "{user: '卡'}", true],
])('%s is words of %s: %s', (pattern, text, holds) => {
  expect(matchPattern(parsePattern(pattern), text, KNOWN, 'word') !== null).toBe(holds)
})

describe('a Set-Cookie line', () => {
  it.each([
    ['a={x}', 'a=1; Path=/; HttpOnly', { x: '1' }],
    ['a={x}; HttpOnly', 'a=1; Path=/; HttpOnly', { x: '1' }],
    ['a={x}; httponly; path=/', 'a=1; Path=/; HttpOnly', { x: '1' }],
    ['a={x}; Path=/', 'a=1; Path=/card', null],
    ['a={x}; Secure', 'a=1; Path=/', null],
    ['a={x}; HttpOnly', 'a=1%3B%20HttpOnly; Path=/', null],
    ['a={sid}', 'a=7.5', {}],
    ['a={!sid}', 'a=7.5; Path=/', null],
    ['a={!sid}', 'a=8; Path=/', {}],
    ['b={x}', 'a=1', null],
    ['; HttpOnly', 'anything; HttpOnly', {}],
    ['; HttpOnly', 'anything; Path=/', null],
  ])('%s against %s', (pattern, line, found) => {
    const result = matchCookieLine(parsePattern(pattern), line, KNOWN)
    expect(result && Object.fromEntries(result)).toEqual(found && { sid: '7.5', ...found })
  })
})
