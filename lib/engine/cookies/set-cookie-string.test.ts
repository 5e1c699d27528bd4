import { describe, expect, test } from 'vitest'
import { chromiumPolicy } from '@/lib/engine/cookies/policy'
import { parseSetCookieString, type SetCookieString } from '@/lib/engine/cookies/set-cookie-string'

function parse(line: string): SetCookieString {
  return parseSetCookieString(line, chromiumPolicy)
}

describe('5.6 The Set-Cookie Header Field: name and value', () => {
  test.each([
    ['sid=abc', 'sid', 'abc'],
    ['sid=', 'sid', ''],
    ['sid=a=b==', 'sid', 'a=b=='],
    ['abc', '', 'abc'],
    ['=abc', '', 'abc'],
    ['==abc', '', '=abc'],
    ['', '', ''],
    ['=', '', ''],
    [' \tsid \t= \tabc\t ', 'sid', 'abc'],
    ['s i d=a b', 's i d', 'a b'],
    ['sid="a b"', 'sid', '"a b"'],
    ['sid=%E4%BD%99', 'sid', '%E4%BD%99'],
    ['sid=a,b', 'sid', 'a,b'],
    ['\u00a0sid=\u00a0', '\u00a0sid', '\u00a0'],
    ['sid=a\tb', 'sid', 'a\tb'],
    ['sid=abc;', 'sid', 'abc'],
    [';sid=abc', '', ''],
  ])('%j is named %j with value %j', (line, name, value) => {
    expect(parse(line)).toMatchObject({ kind: 'parsed', name, value })
  })

  test.each([
    ['\u0000', '0x00'],
    ['\u0008', '0x08'],
    ['\n', '0x0A'],
    ['\r', '0x0D'],
    ['\u001f', '0x1F'],
    ['\u007f', '0x7F'],
  ])('step 1: %j anywhere ends it', (character, code) => {
    const because = { rule: 'control-character', values: { code } }
    expect(parse(`sid=a${character}b`)).toEqual({ kind: 'ignored', name: 'sid', because })
    expect(parse(`sid=ab; Path=/${character}`)).toEqual({ kind: 'ignored', name: 'sid', because })
  })

  test.each([
    [4096, 'parsed'],
    [4097, 'ignored'],
  ])('step 5: name and value of %i octets together are %s', (size, kind) => {
    expect(parse(`sid=${'x'.repeat(size - 3)}; Path=/`).kind).toBe(kind)
    expect(parse(`${'x'.repeat(size)}=`).kind).toBe(kind)
    expect(parse('x'.repeat(size)).kind).toBe(kind)
    expect(parse(`  sid  =  ${'x'.repeat(size - 3)}  `).kind).toBe(kind)
  })

  test('step 5 names both figures', () => {
    expect(parse(`sid=${'x'.repeat(5000)}`)).toEqual({
      kind: 'ignored',
      name: 'sid',
      because: { rule: 'pair-too-large', values: { size: '5003', limit: '4096' } },
    })
  })

  test('a tidy line has nothing to note, an untidy one has', () => {
    expect(parse('sid=abc; Path=/')).toMatchObject({ notes: [] })
    expect(parse('sid =abc')).toMatchObject({ notes: [{ rule: 'whitespace-trimmed' }] })
    expect(parse('sid= abc')).toMatchObject({ notes: [{ rule: 'whitespace-trimmed' }] })
    expect(parse('abc')).toMatchObject({ notes: [{ rule: 'nameless' }] })
  })
})

describe('5.6 The Set-Cookie Header Field: attributes', () => {
  test.each([
    ['a=b; Path=/', [{ name: 'Path', value: '/' }]],
    [
      'a=b;Path=/;Secure',
      [
        { name: 'Path', value: '/' },
        { name: 'Secure', value: '' },
      ],
    ],
    [
      'a=b; \tPath\t = /x y \t; Secure = ',
      [
        { name: 'Path', value: '/x y' },
        { name: 'Secure', value: '' },
      ],
    ],
    ['a=b; Path=/?x=y', [{ name: 'Path', value: '/?x=y' }]],
    ['a=b; =x', [{ name: '', value: 'x' }]],
    ['a=b;;; ;', []],
    ['a=b', []],
  ])('%j', (line, attributes) => {
    expect(parse(line)).toMatchObject({ kind: 'parsed', attributes })
  })

  test('step 6: a value of 1024 octets is kept, one of 1025 ignored, and the cookie stays', () => {
    const kept = `/${'x'.repeat(1023)}`
    expect(parse(`a=b; Path=${kept}`)).toMatchObject({ attributes: [{ name: 'Path', value: kept }], notes: [] })
    expect(parse(`a=b; Path=${kept}x; Secure`)).toMatchObject({
      kind: 'parsed',
      attributes: [{ name: 'Secure' }],
      notes: [{ rule: 'attribute-too-large', values: { attribute: 'Path', size: '1025', limit: '1024' } }],
    })
  })

  test('the attributes do not count towards the 4096 octets', () => {
    const path = `Path=/${'x'.repeat(1000)}`
    expect(parse(`a=${'x'.repeat(4095)}; ${path}; ${path}; ${path}; ${path}; ${path}`).kind).toBe('parsed')
  })
})
