import { describe, expect, test } from 'vitest'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { epoch, from, to } from '@/lib/engine/cookies/test-contexts'

const shop = 'https://shop.example/'

function jarOf(...lines: string[]): CookieJar {
  const jar = new CookieJar()
  for (const line of lines) jar.receive(line, from(shop))
  return jar
}

describe('5.7 Storage Model: expiry', () => {
  test('a cookie is due at the very millisecond, not before', () => {
    const jar = jarOf('a=1; Max-Age=60')
    expect(jar.expire(epoch + 59_999)).toEqual([])
    expect(jar.expire(epoch + 60_000)).toMatchObject([{ kind: 'removed', because: { rule: 'expired' } }])
    expect(jar.all()).toEqual([])
  })

  test('oldest expiry first, session cookies never', () => {
    const jar = jarOf('c=1; Max-Age=3', 's=1', 'a=1; Max-Age=1', 'b=1; Max-Age=2', 'd=1; Max-Age=9')
    const names = jar.expire(epoch + 5000).map((decision) => decision.kind === 'removed' && decision.cookie.name)
    expect(names).toEqual(['a', 'b', 'c'])
    expect(jar.all().map(({ name }) => name)).toEqual(['s', 'd'])
  })

  test('nextExpiry is strictly later than now', () => {
    const jar = jarOf('s=1', 'b=1; Max-Age=2', 'a=1; Max-Age=1')
    expect(jar.nextExpiry(epoch)).toBe(epoch + 1000)
    expect(jar.nextExpiry(epoch + 1000)).toBe(epoch + 2000)
    expect(jar.nextExpiry(epoch + 2000)).toBeNull()
    expect(jarOf('s=1').nextExpiry(epoch)).toBeNull()
  })

  test('what is due is never sent; that it goes is told first', () => {
    const jar = jarOf('a=1; Max-Age=1', 'b=2')
    const { header, decisions } = jar.retrieve(to(shop, { now: epoch + 1000 }))
    expect(header).toBe('b=2')
    expect(decisions.map(({ kind }) => kind)).toEqual(['removed', 'sent'])
  })

  test('the end of the session takes session cookies only', () => {
    const jar = jarOf('a=1; Max-Age=60', 'b=2', 'c=3; Expires=never')
    expect(jar.endSession()).toMatchObject([
      { kind: 'removed', cookie: { name: 'b' }, because: { rule: 'session-over' } },
      { kind: 'removed', cookie: { name: 'c' } },
    ])
    expect(jar.all()).toMatchObject([{ name: 'a' }])
  })
})

describe('7.3 User Controls: edit', () => {
  test('a new value keeps the rest', () => {
    const jar = jarOf('a=1; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=60')
    const [before] = jar.all()
    expect(jar.edit({ host: 'shop.example', name: 'a' }, '2', epoch + 10)).toEqual([
      {
        kind: 'stored',
        cookie: { ...before, value: '2', lastAccess: epoch + 10 },
        replaced: before,
        because: { rule: 'edited-by-hand' },
        notes: [],
      },
    ])
    expect(jar.all()).toHaveLength(1)
  })

  test('a name that is not there becomes a session cookie of the host', () => {
    const jar = jarOf()
    expect(jar.edit({ host: 'localhost:9090', name: 'a' }, '1', epoch)).toMatchObject([
      { because: { rule: 'added-by-hand' } },
    ])
    expect(jar.all()).toEqual([
      {
        name: 'a',
        value: '1',
        domain: 'localhost',
        hostOnly: true,
        path: '/',
        secure: false,
        httpOnly: false,
        sameSite: 'Default',
        expiry: null,
        creation: epoch,
        lastAccess: epoch,
      },
    ])
    expect(jar.retrieve(to('http://localhost:9090/')).header).toBe('a=1')
  })

  test('of several, the one that goes first in the header', () => {
    const jar = jarOf('a=root; Path=/', 'a=cart; Path=/cart', 'a=all; Domain=shop.example; Path=/')
    jar.edit({ host: 'shop.example', name: 'a' }, 'new', epoch)
    expect(jar.all().map(({ value }) => value)).toEqual(['root', 'new', 'all'])
  })

  test('a cookie of the parent domain is a cookie of the host too', () => {
    const jar = jarOf('a=1; Domain=shop.example; Path=/')
    jar.edit({ host: 'a.shop.example', name: 'a' }, '2', epoch)
    expect(jar.all()).toMatchObject([{ domain: 'shop.example', value: '2' }])
  })

  test.each([
    ['a', 'x;y', 'unusable-character'],
    ['a=b', 'x', 'unusable-character'],
    ['a;', 'x', 'unusable-character'],
    ['a', 'x\ny', 'control-character'],
    ['', '', 'pair-empty'],
    ['a', 'x'.repeat(4096), 'pair-too-large'],
    ['__Host-a', 'x', 'prefix-host'],
    ['', '__Secure-a', 'prefix-in-value'],
  ])('%j with value %j is refused', (name, value, rule) => {
    const jar = jarOf()
    expect(jar.edit({ host: 'shop.example', name }, value, epoch)).toMatchObject([
      { kind: 'refused', because: { rule } },
    ])
    expect(jar.all()).toEqual([])
  })

  test('a prefixed cookie that keeps its promise can be edited', () => {
    const jar = jarOf('__Host-a=1; Secure; Path=/')
    expect(jar.edit({ host: 'shop.example', name: '__Host-a' }, '2', epoch)).toMatchObject([{ kind: 'stored' }])
  })

  test('text is kept as UTF-8, spaces at the ends are not', () => {
    const jar = jarOf()
    jar.edit({ host: 'shop.example', name: ' a ' }, ' 余 ', epoch)
    expect(jar.all()).toMatchObject([{ name: 'a', value: '\u00e4\u00bd\u0099' }])
  })

  test('an edit finds no expired cookie', () => {
    const jar = jarOf('a=1; Path=/; Max-Age=1')
    const rules = jar.edit({ host: 'shop.example', name: 'a' }, '2', epoch + 1000)?.map(({ because }) => because.rule)
    expect(rules).toEqual(['expired', 'added-by-hand'])
  })

  test('no host, no cookie, and nothing else happens', () => {
    const jar = jarOf('a=1; Max-Age=1')
    expect(jar.edit({ host: 'no host', name: 'a' }, '2', epoch + 9999)).toBeNull()
    expect(jar.all()).toHaveLength(1)
  })
})

describe('7.3 User Controls: delete', () => {
  test('the cookie goes, whatever its flags', () => {
    const jar = jarOf('a=1; Path=/cart; Secure; HttpOnly', 'b=2')
    expect(jar.delete({ host: 'shop.example', name: 'a' })).toMatchObject([
      { kind: 'removed', cookie: { name: 'a' }, because: { rule: 'removed-by-hand' } },
    ])
    expect(jar.all()).toMatchObject([{ name: 'b' }])
  })

  test('null when there is none', () => {
    const jar = jarOf('a=1')
    expect(jar.delete({ host: 'shop.example', name: 'b' })).toBeNull()
    expect(jar.delete({ host: 'a.shop.example', name: 'a' })).toBeNull()
    expect(jar.delete({ host: '', name: 'a' })).toBeNull()
    expect(jar.all()).toHaveLength(1)
  })
})

describe('a cookie by its path', () => {
  const host = 'shop.example'

  test('is one of several of its name', () => {
    const jar = jarOf('a=root; Path=/', 'a=cart; Path=/cart')
    expect(jar.find({ host, name: 'a' })).toMatchObject({ value: 'cart' })
    expect(jar.find({ host, name: 'a', path: '/' })).toMatchObject({ value: 'root' })
    jar.edit({ host, name: 'a', path: '/' }, 'new', epoch)
    jar.delete({ host, name: 'a', path: '/cart' })
    expect(jar.all()).toMatchObject([{ value: 'new', path: '/' }])
    expect(jar.delete({ host, name: 'a', path: '/nowhere' })).toBeNull()
  })
})

describe('a cookie from another jar', () => {
  const copied = { rule: 'copied-by-hand', values: { from: 'alice' } } as const

  test('comes as it is and goes back to its server', () => {
    const [cookie] = jarOf('__Host-sid=1; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=60').all()
    if (cookie === undefined) throw new Error('no cookie')
    const jar = jarOf('__Host-sid=2; Path=/; Secure')
    expect(jar.place(cookie, copied, epoch)).toMatchObject([
      { kind: 'stored', replaced: { value: '2' }, because: copied },
    ])
    expect(jar.all()).toEqual([cookie])
    expect(jar.retrieve(to(shop)).header).toBe('__Host-sid=1')
  })
})

describe('forget', () => {
  test('takes all, persistent or not', () => {
    const jar = jarOf('a=1; Max-Age=60', 'b=2')
    expect(jar.forget().map(({ kind, because }) => [kind, because.rule])).toEqual([
      ['removed', 'profile-forgotten'],
      ['removed', 'profile-forgotten'],
    ])
    expect(jar.all()).toEqual([])
  })
})
