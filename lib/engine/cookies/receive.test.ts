import { describe, expect, test } from 'vitest'
import type { ReceiveContext } from '@/lib/engine/cookies/context'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import { CookieJar } from '@/lib/engine/cookies/jar'
import type { CookieRuleId } from '@/lib/engine/cookies/rules'
import { epoch, from, receiveOne, rulesIn } from '@/lib/engine/cookies/test-contexts'

const shop = 'https://shop.example/cart/add?item=1'

/** What one line becomes in an empty jar. */
function stored(line: string, url = shop, more: Partial<ReceiveContext> = {}): StoredCookie {
  const decision = receiveOne(new CookieJar(), line, from(url, more))
  if (decision.kind !== 'stored') throw new Error(`${decision.kind}: ${decision.because.rule}`)
  return decision.cookie
}

/** Why one line is refused; `null` when it is not. */
function refusal(line: string, url = shop, more: Partial<ReceiveContext> = {}, jar = new CookieJar()) {
  const decision = receiveOne(jar, line, from(url, more))
  return decision.kind === 'refused' ? decision.because.rule : null
}

describe('5.7 Storage Model: the fields of a new cookie', () => {
  test('the course’s own line', () => {
    const jar = new CookieJar()
    const line = 'connect.sid=1756713600000.4242; Path=/'
    expect(receiveOne(jar, line, from('http://localhost:9090/'))).toEqual({
      kind: 'stored',
      cookie: {
        name: 'connect.sid',
        value: '1756713600000.4242',
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
      replaced: null,
      because: { rule: 'added' },
      notes: [
        { rule: 'lifetime-session' },
        { rule: 'domain-default', values: { host: 'localhost' } },
        { rule: 'samesite-default-lax' },
      ],
    })
    expect(jar.all()).toHaveLength(1)
  })

  test('a line that says everything needs no notes', () => {
    const line = 'sid=1; Domain=shop.example; Path=/cart; Max-Age=60; Secure; HttpOnly; SameSite=Strict'
    const decision = receiveOne(new CookieJar(), line, from(shop))
    expect(rulesIn(decision)).toEqual(['added'])
    expect(stored(line)).toMatchObject({
      domain: 'shop.example',
      hostOnly: false,
      path: '/cart',
      expiry: epoch + 60_000,
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    })
  })

  test('step 2: neither name nor value', () => {
    for (const line of ['', '=', ' = ', ';', '; Path=/']) expect(refusal(line)).toBe('pair-empty')
  })

  test('a nameless cookie is stored', () => {
    expect(stored('abc')).toMatchObject({ name: '', value: 'abc' })
    expect(stored('=abc')).toMatchObject({ name: '', value: 'abc' })
  })

  test('what a script writes is stored as UTF-8 octets, and measured as such', () => {
    expect(stored('name=余', shop, { httpApi: false }).value).toBe('\u00e4\u00bd\u0099')
    expect(refusal(`n=${'余'.repeat(1365)}`, shop, { httpApi: false })).toBeNull()
    expect(refusal(`n=${'余'.repeat(1366)}`, shop, { httpApi: false })).toBe('pair-too-large')
  })

  test('what came over the wire is octets already', () => {
    expect(stored('name=\u00e4\u00bd\u0099').value).toBe('\u00e4\u00bd\u0099')
    // No header can carry this character, so a line with it is text.
    expect(stored('name=余').value).toBe('\u00e4\u00bd\u0099')
  })
})

describe('5.7 step 6 and 5.5 Cookie Lifetime Limits', () => {
  const days400 = 400 * 24 * 60 * 60

  test.each<[string, number | null, CookieRuleId | null]>([
    ['Max-Age=1', epoch + 1000, null],
    [`Max-Age=${days400}`, epoch + days400 * 1000, null],
    [`Max-Age=${days400 + 1}`, epoch + days400 * 1000, 'lifetime-capped'],
    [`Max-Age=${'9'.repeat(400)}`, epoch + days400 * 1000, 'lifetime-capped'],
    ['Expires=Tue, 01 Sep 2026 08:00:01 GMT', epoch + 1000, null],
    ['Expires=Wed, 06 Oct 2027 08:00:00 GMT', epoch + days400 * 1000, null],
    ['Expires=Wed, 06 Oct 2027 08:00:01 GMT', epoch + days400 * 1000, 'lifetime-capped'],
    ['Expires=Fri, 31 Dec 9999 23:59:59 GMT', epoch + days400 * 1000, 'lifetime-capped'],
    ['Max-Age=60; Expires=Wed, 06 Oct 2027 08:00:00 GMT', epoch + 60_000, 'max-age-wins'],
    ['Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60', epoch + 60_000, 'max-age-wins'],
    ['Max-Age=1h; Expires=Tue, 01 Sep 2026 08:00:01 GMT', epoch + 1000, 'max-age-unreadable'],
    ['Expires=never', null, 'expires-unreadable'],
    ['', null, 'lifetime-session'],
  ])('%s', (attributes, expiry, note) => {
    const decision = receiveOne(new CookieJar(), `a=b; Path=/; Domain=shop.example; ${attributes}`, from(shop))
    expect(decision.kind === 'stored' && decision.cookie.expiry).toBe(expiry)
    if (note === null) expect(rulesIn(decision)).toEqual(['added', 'samesite-default-lax'])
    else expect(rulesIn(decision)).toContain(note)
  })
})

describe('5.7 steps 7 to 10: domain', () => {
  test.each<[string, string, string, boolean]>([
    ['https://shop.example/', '', 'shop.example', true],
    ['https://shop.example/', 'Domain=', 'shop.example', true],
    ['https://shop.example/', 'Domain=shop.example', 'shop.example', false],
    ['https://shop.example/', 'Domain=.Shop.Example', 'shop.example', false],
    ['https://a.shop.example/', 'Domain=shop.example', 'shop.example', false],
    ['https://a.b.shop.example/', 'Domain=b.shop.example', 'b.shop.example', false],
    ['http://localhost:9090/', 'Domain=localhost', 'localhost', true],
    ['http://127.0.0.1/', 'Domain=127.0.0.1', '127.0.0.1', true],
    ['http://[::1]/', 'Domain=[::1]', '[::1]', true],
    ['https://github.io/', 'Domain=github.io', 'github.io', true],
    ['https://alice.github.io/', 'Domain=alice.github.io', 'alice.github.io', false],
  ])('%s with %j', (url, attribute, domain, hostOnly) => {
    expect(stored(`a=b; ${attribute}`, url)).toMatchObject({ domain, hostOnly })
  })

  test.each<[string, string, CookieRuleId]>([
    ['https://shop.example/', 'evil.example', 'domain-mismatch'],
    ['https://shop.example/', 'a.shop.example', 'domain-mismatch'],
    ['https://barbershop.example/', 'shop.example', 'domain-mismatch'],
    ['https://shop.example/', '..shop.example', 'domain-mismatch'],
    ['https://shop.example/', 'shop.example.', 'domain-mismatch'],
    ['http://127.0.0.1/', '0.0.1', 'domain-mismatch'],
    ['http://127.0.0.1/', 'localhost', 'domain-public-suffix'],
    ['https://shop.example/', 'example', 'domain-public-suffix'],
    ['https://evil.com./', 'com.', 'domain-public-suffix'],
    ['https://shop.co.uk/', 'co.uk', 'domain-public-suffix'],
    ['https://alice.github.io/', 'github.io', 'domain-public-suffix'],
    ['https://xn--bcher-kva.example/', 'b\u00fccher.example', 'domain-not-ascii'],
  ])('%s may not say Domain=%s', (url, domain, rule) => {
    expect(refusal(`a=b; Domain=${domain}`, url)).toBe(rule)
  })

  test('a URL without a host has no cookies', () => {
    expect(refusal('a=b', 'data:text/html,x')).toBe('host-unusable')
  })

  test('ports do not separate cookies', () => {
    const jar = new CookieJar()
    jar.receive('a=1; Path=/', from('http://localhost:9090/'))
    const decision = receiveOne(jar, 'a=2; Path=/', from('http://localhost:9091/'))
    expect(decision).toMatchObject({ kind: 'stored', replaced: { value: '1' }, because: { rule: 'replaced' } })
  })
})

describe('5.7 step 11: path', () => {
  test.each<[string, string, CookieRuleId | null]>([
    ['Path=/', '/', null],
    ['Path=/cart', '/cart', null],
    ['Path=/a/../b', '/a/../b', null],
    ['', '/cart', 'path-default'],
    ['Path', '/cart', 'path-not-absolute'],
    ['Path=cart', '/cart', 'path-not-absolute'],
    ['Path=/a; Path=b', '/cart', 'path-not-absolute'],
    [`Path=/${'x'.repeat(1024)}`, '/cart', 'path-default'],
  ])('%s', (attribute, path, note) => {
    const decision = receiveOne(new CookieJar(), `a=b; ${attribute}`, from(shop))
    expect(decision).toMatchObject({ kind: 'stored', cookie: { path } })
    const noted = rulesIn(decision).filter((rule) => rule.startsWith('path-'))
    expect(noted).toEqual(note === null ? [] : [note])
  })
})

describe('5.7 steps 12 and 13: Secure', () => {
  test.each<[string, CookieRuleId | null]>([
    ['https://shop.example/', null],
    ['http://shop.example/', 'secure-needs-https'],
    ['http://localhost:9090/', null],
    ['http://a.localhost/', null],
    ['http://127.0.0.1/', null],
    ['http://[::1]/', null],
    ['http://192.168.0.7/', 'secure-needs-https'],
  ])('from %s: %s', (url, rule) => {
    expect(refusal('a=b; Secure', url)).toBe(rule)
  })

  test('that loopback is trusted is noted, and is the policy’s to decide', () => {
    const decision = receiveOne(new CookieJar(), 'a=b; Secure', from('http://localhost/'))
    expect(rulesIn(decision)).toContain('loopback-is-secure')
  })
})

describe('5.7 steps 14, 15 and 23.2: HttpOnly', () => {
  test('a script can neither make nor replace one', () => {
    expect(refusal('a=b; HttpOnly', shop, { httpApi: false })).toBe('httponly-from-script')
    const jar = new CookieJar()
    jar.receive('a=1; Path=/; HttpOnly', from(shop))
    expect(refusal('a=2; Path=/', shop, { httpApi: false }, jar)).toBe('httponly-cookie-kept')
    expect(refusal('a=2; Path=/; Max-Age=0', shop, { httpApi: false }, jar)).toBe('httponly-cookie-kept')
    expect(refusal('a=2; Path=/cart', shop, { httpApi: false }, jar)).toBeNull()
    expect(jar.all().map(({ value }) => value)).toEqual(['1', '2'])
  })

  test('a server can do both, and can give it up', () => {
    const jar = new CookieJar()
    jar.receive('a=1; Path=/; HttpOnly', from(shop))
    expect(receiveOne(jar, 'a=2; Path=/', from(shop))).toMatchObject({ cookie: { httpOnly: false } })
  })
})

describe('5.7 step 16: leave Secure cookies alone', () => {
  function jarWith(line: string, url: string): CookieJar {
    const jar = new CookieJar()
    receiveOne(jar, line, from(url))
    return jar
  }

  test.each<[string, string, string, boolean]>([
    ['http://shop.example/', 'a=2; Path=/login', 'the same path', true],
    ['http://shop.example/', 'a=2; Path=/login/en', 'a path below', true],
    ['http://shop.example/', 'a=2; Path=/', 'a path above', false],
    ['http://shop.example/', 'a=2; Path=/foo', 'another path', false],
    ['http://shop.example/', 'b=2; Path=/login', 'another name', false],
    ['http://shop.example/', 'A=2; Path=/login', 'a name in another case', false],
    ['http://a.shop.example/', 'a=2; Path=/login', 'a subdomain', true],
    ['http://a.shop.example/', 'a=2; Path=/login; Domain=shop.example', 'the parent domain, from below', true],
    ['http://evil.example/', 'a=2; Path=/login', 'another site', false],
    ['https://shop.example/', 'a=2; Path=/login', 'over https', false],
    ['http://shop.example/', 'a=; Path=/login; Max-Age=0', 'a deletion', true],
  ])('from %s, %s (%s): %s', (url, line, _, kept) => {
    const jar = jarWith('a=1; Secure; Path=/login', 'https://shop.example/')
    expect(refusal(line, url, {}, jar) === 'secure-cookie-kept').toBe(kept)
  })

  test('a cookie of the parent domain is kept from a subdomain’s too', () => {
    const jar = jarWith('a=1; Secure; Path=/; Domain=shop.example', 'https://shop.example/')
    expect(refusal('a=2; Path=/', 'http://a.shop.example/', {}, jar)).toBe('secure-cookie-kept')
  })

  test('a cookie of a subdomain is kept from one of the parent domain that would reach it', () => {
    const jar = jarWith('a=1; Secure; Path=/', 'https://a.shop.example/')
    expect(refusal('a=2; Path=/; Domain=shop.example', 'http://shop.example/', {}, jar)).toBe('secure-cookie-kept')
  })

  test('loopback is secure enough', () => {
    const jar = jarWith('a=1; Secure; Path=/', 'http://localhost/')
    expect(refusal('a=2; Path=/', 'http://localhost/', {}, jar)).toBeNull()
  })
})

describe('5.7 steps 17 to 19: SameSite', () => {
  test.each([
    ['SameSite=Strict', 'Strict'],
    ['SameSite=strict', 'Strict'],
    ['SAMESITE=LAX', 'Lax'],
    ['SameSite=None; Secure', 'None'],
    ['SameSite=Loose', 'Default'],
    ['SameSite', 'Default'],
    ['SameSite=Strict; SameSite=Loose', 'Default'],
    ['SameSite=Loose; SameSite=Strict', 'Strict'],
    ['', 'Default'],
    ['SameSite=__proto__', 'Default'],
    ['SameSite=constructor', 'Default'],
  ])('%s is stored as %s', (attributes, sameSite) => {
    expect(stored(`a=b; ${attributes}`).sameSite).toBe(sameSite)
  })

  test.each<[string, CookieRuleId | null]>([
    ['SameSite=Strict', 'samesite-cross-site'],
    ['SameSite=Lax', 'samesite-cross-site'],
    ['', 'samesite-cross-site'],
    ['SameSite=None; Secure', null],
  ])('step 18: set by a cross-site subresource, %s: %s', (attributes, rule) => {
    expect(refusal(`a=b; ${attributes}`, shop, { sameSiteRequest: false })).toBe(rule)
  })

  test('step 19: None needs Secure, also on localhost', () => {
    expect(refusal('a=b; SameSite=None')).toBe('none-needs-secure')
    expect(refusal('a=b; SameSite=None', 'http://localhost/')).toBe('none-needs-secure')
    expect(refusal('a=b; SameSite=None; Secure', 'http://localhost/')).toBeNull()
  })
})

describe('5.7 steps 23 and 24: replacing, removing', () => {
  test('the same name, domain, host-only-flag and path: replaced, and the time of creation stays', () => {
    const jar = new CookieJar()
    jar.receive('a=1; Path=/; HttpOnly', from(shop))
    const [decision] = jar.receive('a=2; Path=/; Max-Age=60', from(shop, { now: epoch + 5000 }))
    expect(decision).toMatchObject({
      kind: 'stored',
      cookie: { value: '2', creation: epoch, lastAccess: epoch + 5000, expiry: epoch + 65_000, httpOnly: false },
      replaced: { value: '1', httpOnly: true },
      because: { rule: 'replaced' },
    })
    expect(jar.all()).toHaveLength(1)
  })

  test.each([
    ['another name', 'A=2; Path=/'],
    ['another path', 'a=2; Path=/cart'],
    ['another domain', 'a=2; Path=/; Domain=shop.example'],
  ])('%s: a second cookie', (_, line) => {
    const jar = new CookieJar()
    jar.receive('a=1; Path=/', from(shop))
    jar.receive(line, from(shop))
    expect(jar.all()).toHaveLength(2)
  })

  test.each([
    'Max-Age=0',
    'Max-Age=-1',
    'Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    'Expires=Tue, 01 Sep 2026 08:00:00 GMT',
  ])('%s removes the cookie', (attribute) => {
    const jar = new CookieJar()
    jar.receive('a=1; Path=/', from(shop))
    expect(receiveOne(jar, `a=; Path=/; ${attribute}`, from(shop))).toMatchObject({
      kind: 'removed',
      cookie: { name: 'a', value: '1' },
      because: { rule: 'removed-by-server' },
    })
    expect(jar.all()).toEqual([])
  })

  test('a removal that misses says so, and where the cookie is that was probably meant', () => {
    const jar = new CookieJar()
    expect(receiveOne(jar, 'a=; Path=/; Max-Age=0', from(shop))).toMatchObject({
      kind: 'refused',
      because: { rule: 'nothing-to-remove', values: { name: 'a', where: 'shop.example/' } },
    })
    jar.receive('a=1; Path=/account; Domain=shop.example', from(shop))
    expect(receiveOne(jar, 'a=; Path=/; Max-Age=0', from(shop))).toMatchObject({
      kind: 'refused',
      because: {
        rule: 'removal-missed',
        values: { name: 'a', where: 'shop.example/', other: '.shop.example/account' },
      },
    })
    expect(jar.all()).toHaveLength(1)
  })

  test('an expired cookie is no old cookie: the new one starts afresh', () => {
    const jar = new CookieJar()
    jar.receive('a=1; Path=/; Max-Age=1', from(shop))
    const decisions = jar.receive('a=2; Path=/', from(shop, { now: epoch + 1000 }))
    expect(decisions.map(({ kind, because }) => [kind, because.rule])).toEqual([
      ['removed', 'expired'],
      ['stored', 'added'],
    ])
    expect(jar.all()).toMatchObject([{ value: '2', creation: epoch + 1000 }])
  })

  test('a removal has to keep all the rules of setting', () => {
    const jar = new CookieJar()
    jar.receive('__Host-a=1; Secure; Path=/', from(shop))
    expect(refusal('__Host-a=; Path=/; Max-Age=0', shop, {}, jar)).toBe('prefix-host')
    expect(receiveOne(jar, '__Host-a=; Secure; Path=/; Max-Age=0', from(shop)).kind).toBe('removed')
  })
})
