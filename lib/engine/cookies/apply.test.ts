import { describe, expect, test } from 'vitest'
import { applyDecision } from '@/lib/engine/cookies/apply'
import { cookieKey, type StoredCookie, scopeOf } from '@/lib/engine/cookies/cookie'
import { epoch } from '@/lib/engine/cookies/test-contexts'

function cookie(name: string, more: Partial<StoredCookie> = {}): StoredCookie {
  return {
    name,
    value: '1',
    domain: 'shop.example',
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'Default',
    expiry: null,
    creation: epoch,
    lastAccess: epoch,
    ...more,
  }
}

describe('applyDecision', () => {
  const because = { rule: 'added' } as const
  const a = cookie('a')
  const b = cookie('b')
  const jar = new Map([a, b].map((each) => [cookieKey(each), each]))

  test('stored: added at the end, or put in the place of the one replaced', () => {
    const c = cookie('c')
    const added = applyDecision(jar, { kind: 'stored', cookie: c, replaced: null, because, notes: [] })
    expect([...added.values()]).toEqual([a, b, c])
    const a2 = cookie('a', { value: '2' })
    const replaced = applyDecision(jar, { kind: 'stored', cookie: a2, replaced: a, because, notes: [] })
    expect([...replaced.values()]).toEqual([a2, b])
  })

  test('sent: its last access is kept', () => {
    const used = cookie('a', { lastAccess: epoch + 1 })
    expect([...applyDecision(jar, { kind: 'sent', cookie: used, because }).values()]).toEqual([used, b])
  })

  test('removed', () => {
    expect([...applyDecision(jar, { kind: 'removed', cookie: a, because }).values()]).toEqual([b])
  })

  test('refused and withheld change nothing, and cost no copy', () => {
    expect(applyDecision(jar, { kind: 'withheld', cookie: a, because })).toBe(jar)
    expect(applyDecision(jar, { kind: 'refused', line: 'a=1', name: 'a', because, notes: [] })).toBe(jar)
  })

  test('the map that was given stays as it was', () => {
    expect([...jar.values()]).toEqual([a, b])
  })
})

describe('5.7 step 23: what makes two cookies the same', () => {
  test.each<[string, Partial<StoredCookie>]>([
    ['name', { name: 'b' }],
    ['domain', { domain: 'a.shop.example' }],
    ['host-only-flag', { hostOnly: false }],
    ['path', { path: '/a' }],
  ])('another %s is another key', (_, more) => {
    expect(cookieKey(cookie('a', more))).not.toBe(cookieKey(cookie('a')))
  })

  test('nothing else matters', () => {
    const other: Partial<StoredCookie> = { value: '2', secure: true, httpOnly: true, sameSite: 'Strict', expiry: 1 }
    expect(cookieKey(cookie('a', other))).toBe(cookieKey(cookie('a')))
  })

  test('a scope reads as in DevTools', () => {
    expect(scopeOf(cookie('a', { path: '/x' }))).toBe('shop.example/x')
    expect(scopeOf(cookie('a', { hostOnly: false }))).toBe('.shop.example/')
  })
})
