import { describe, expect, test } from 'vitest'
import { type CookieAttributes, readAttributes } from '@/lib/engine/cookies/attributes'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { parseMaxAge } from '@/lib/engine/cookies/max-age'
import { chromiumPolicy, rfc2109Policy } from '@/lib/engine/cookies/policy'
import { parseSetCookieString } from '@/lib/engine/cookies/set-cookie-string'

function read(attributes: string, policy = chromiumPolicy): { read: CookieAttributes; notes: AppliedRule[] } {
  const parsed = parseSetCookieString(`a=b; ${attributes}`, policy)
  if (parsed.kind === 'ignored') throw new Error(parsed.because.rule)
  const notes: AppliedRule[] = []
  return { read: readAttributes(parsed.attributes, policy, notes), notes }
}

const early = 'Sun, 06 Nov 1994 08:49:37 GMT'
const late = 'Mon, 07 Nov 1994 08:49:37 GMT'

describe('5.6.1 The Expires Attribute', () => {
  test('names in any case, the last that can be read counts', () => {
    expect(read(`eXPiRES=${early}`).read.expires).toBe(Date.UTC(1994, 10, 6, 8, 49, 37))
    expect(read(`Expires=${early}; Expires=${late}`).read.expires).toBe(Date.UTC(1994, 10, 7, 8, 49, 37))
  })

  test('what is no date is ignored, so that an earlier one stands', () => {
    expect(read(`Expires=${early}; Expires=tomorrow`)).toEqual({
      read: expect.objectContaining({ expires: Date.UTC(1994, 10, 6, 8, 49, 37) }),
      notes: [{ rule: 'expires-unreadable', values: { value: 'tomorrow' } }],
    })
    expect(read('Expires').read.expires).toBeNull()
  })
})

describe('5.6.2 The Max-Age Attribute', () => {
  test.each([
    ['60', 60],
    ['0', 0],
    ['-1', -1],
    ['007', 7],
    ['9'.repeat(400), Number.POSITIVE_INFINITY],
    ['', null],
    ['-', null],
    ['+60', null],
    ['60s', null],
    ['1.5', null],
    ['1e3', null],
    ['--1', null],
    ['"60"', null],
    ['6 0', null],
  ])('%j is %s seconds', (value, seconds) => {
    expect(parseMaxAge(value)).toBe(seconds)
  })

  test('what is no number is ignored, so that an earlier one stands', () => {
    const { read: attributes, notes } = read('Max-Age=60; max-age=1h; max-age=90')
    expect(attributes.maxAge).toBe(90)
    expect(notes).toEqual([
      { rule: 'max-age-unreadable', values: { value: '1h' } },
      { rule: 'attribute-repeated', values: { attribute: 'max-age' } },
    ])
    expect(read('Max-Age=60; max-age=1h').read.maxAge).toBe(60)
  })
})

describe('5.6.3 The Domain Attribute', () => {
  test.each([
    ['Domain=shop.example', 'shop.example'],
    ['Domain=.shop.example', 'shop.example'],
    ['Domain=..shop.example', '.shop.example'],
    ['Domain=SHOP.Example', 'shop.example'],
    ['Domain=', ''],
    ['Domain', ''],
    ['Domain=.', ''],
    ['Domain=shop.example; Domain=', ''],
    ['Domain=a.example; Domain=b.example', 'b.example'],
    ['Secure', null],
  ])('%s is %j', (attributes, domain) => {
    expect(read(attributes).read.domain).toBe(domain)
  })

  test('the leading dot of the Domain that counts is noted', () => {
    expect(read('Domain=.shop.example').notes).toEqual([{ rule: 'domain-leading-dot' }])
    expect(read('Domain=.a.example; Domain=b.example').notes).toEqual([
      { rule: 'attribute-repeated', values: { attribute: 'Domain' } },
    ])
  })
})

describe('5.6.4 to 5.6.7 Path, Secure, HttpOnly, SameSite', () => {
  test('flags need no value and ignore one', () => {
    expect(read('secure; HTTPONLY').read).toMatchObject({ secure: true, httpOnly: true })
    expect(read('Secure=false; HttpOnly=0').read).toMatchObject({ secure: true, httpOnly: true })
    expect(read('Path=/').read).toMatchObject({ secure: false, httpOnly: false })
  })

  test('the last Path and the last SameSite count, whatever they say', () => {
    expect(read('Path=/a; Path=b; SameSite=Strict; SameSite=').read).toMatchObject({ path: 'b', sameSite: '' })
  })

  test('what is none of them is ignored', () => {
    expect(read('HttpOnl; Version=1').notes).toEqual([
      { rule: 'attribute-unknown', values: { attribute: 'HttpOnl' } },
      { rule: 'attribute-unknown', values: { attribute: 'Version' } },
    ])
  })
})

describe('Chromium’s own attributes', () => {
  test('Partitioned is there or not, the last Priority counts', () => {
    expect(read('Partitioned=no; Priority=low; PRIORITY=High')).toMatchObject({
      read: { partitioned: true, priority: 'High' },
      notes: [{ rule: 'attribute-repeated', values: { attribute: 'PRIORITY' } }],
    })
    expect(read('Path=/').read).toMatchObject({ partitioned: false, priority: null })
  })
})

describe('RFC 2109, 4.2.2: a browser of 1997', () => {
  test('knows neither HttpOnly nor what came after it, and says so', () => {
    const { read: known, notes } = read('HttpOnly; SameSite=Lax; Priority=High; Partitioned; Secure', rfc2109Policy)
    expect(known).toMatchObject({ httpOnly: false, sameSite: null, priority: null, partitioned: false, secure: true })
    expect(notes.map(({ rule, values }) => [rule, values?.attribute])).toEqual([
      ['attribute-of-later', 'HttpOnly'],
      ['attribute-of-later', 'SameSite'],
      ['attribute-of-later', 'Priority'],
      ['attribute-of-later', 'Partitioned'],
    ])
  })
})
