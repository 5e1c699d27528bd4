import { describe, expect, test } from 'vitest'
import type { RetrieveContext } from '@/lib/engine/cookies/context'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { chromiumPolicy } from '@/lib/engine/cookies/policy'
import type { CookieRuleId } from '@/lib/engine/cookies/rules'
import { epoch, from, to } from '@/lib/engine/cookies/test-contexts'

type More = Partial<Omit<RetrieveContext, 'url'>>

function jarOf(url: string, ...lines: string[]): CookieJar {
  const jar = new CookieJar()
  for (const line of lines) jar.receive(line, from(url))
  return jar
}

/** What became of a jar's only cookie. */
function verdict(jar: CookieJar, url: string, more: More = {}): CookieRuleId | null {
  const { header, decisions } = jar.retrieve(to(url, more))
  const [decision] = decisions
  if (decision === undefined) return null
  expect(decisions).toHaveLength(1)
  expect(decision.kind).toBe(header === null ? 'withheld' : 'sent')
  return decision.because.rule
}

describe('5.8.3 Retrieval Algorithm: which cookies go', () => {
  test.each<[string, string, CookieRuleId | null]>([
    ['a=b', 'https://shop.example/', 'sent'],
    ['a=b', 'https://shop.example:8443/', 'sent'],
    ['a=b', 'http://shop.example/', 'sent'],
    ['a=b', 'https://a.shop.example/', 'withheld-host-only'],
    ['a=b', 'https://evil.example/', null],
    ['a=b; Domain=shop.example', 'https://shop.example/', 'sent'],
    ['a=b; Domain=shop.example', 'https://a.shop.example/', 'sent'],
    ['a=b; Domain=shop.example', 'https://barbershop.example/', null],
    ['a=b; Path=/cart', 'https://shop.example/cart', 'sent'],
    ['a=b; Path=/cart', 'https://shop.example/cart/1?x=/y', 'sent'],
    ['a=b; Path=/cart', 'https://shop.example/carts', 'withheld-path'],
    ['a=b; Path=/cart', 'https://shop.example/?/cart', 'withheld-path'],
    ['a=b; Secure', 'https://shop.example/', 'sent'],
    ['a=b; Secure', 'http://shop.example/', 'withheld-secure'],
    ['a=b; HttpOnly', 'https://shop.example/', 'sent'],
  ])('%s at %s: %s', (line, url, rule) => {
    expect(verdict(jarOf('https://shop.example/', line), url)).toBe(rule)
  })

  test('a cookie for a sibling’s subdomains stays behind, with the domain that it is for', () => {
    const jar = jarOf('https://a.shop.example/', 'a=b; Domain=a.shop.example')
    expect(jar.retrieve(to('https://b.shop.example/')).decisions).toMatchObject([
      { because: { rule: 'withheld-domain', values: { domain: 'a.shop.example', host: 'b.shop.example' } } },
    ])
  })

  test('Secure goes to trusted loopback over plain http', () => {
    expect(verdict(jarOf('https://localhost/', 'a=b; Secure'), 'http://localhost:9090/')).toBe('sent')
  })

  test('a URL without a host gets none', () => {
    expect(jarOf('https://shop.example/', 'a=b').retrieve(to('about:blank'))).toEqual({ header: null, decisions: [] })
  })
})

describe('5.8.2 Non-HTTP APIs', () => {
  test.each<[string, More, CookieRuleId]>([
    ['a=b', {}, 'read-by-script'],
    ['a=b; HttpOnly', {}, 'withheld-httponly'],
    ['a=b; SameSite=Strict', {}, 'read-by-script'],
    ['a=b; SameSite=Lax', { sameSiteRequest: false }, 'withheld-cross-site-script'],
    ['a=b', { sameSiteRequest: false }, 'withheld-cross-site-script'],
    ['a=b; SameSite=None; Secure', { sameSiteRequest: false }, 'read-by-script'],
  ])('%s with %j: %s', (line, more, rule) => {
    const jar = jarOf('https://shop.example/', line)
    expect(verdict(jar, 'https://shop.example/', { httpApi: false, ...more })).toBe(rule)
  })
})

describe('5.6.7.1 "Strict" and "Lax" enforcement', () => {
  const link: More = { sameSiteRequest: false, topLevelNavigation: true }
  const image: More = { sameSiteRequest: false, topLevelNavigation: false }

  test.each<[string, More, CookieRuleId]>([
    ['SameSite=Strict', {}, 'sent'],
    ['SameSite=Strict', link, 'withheld-strict'],
    ['SameSite=Strict', { ...link, isReload: true }, 'withheld-strict-reload'],
    ['SameSite=Strict', image, 'withheld-strict'],
    ['SameSite=Lax', link, 'sent-lax-navigation'],
    ['SameSite=Lax', { ...link, method: 'HEAD' }, 'sent-lax-navigation'],
    ['SameSite=Lax', { ...link, method: 'POST' }, 'withheld-lax-method'],
    ['SameSite=Lax', { ...link, method: 'PUT' }, 'withheld-lax-method'],
    ['SameSite=Lax', image, 'withheld-lax-subrequest'],
    ['SameSite=Lax', { method: 'POST' }, 'sent'],
    ['', link, 'sent-lax-navigation'],
    ['', image, 'withheld-lax-subrequest'],
    ['SameSite=None; Secure', link, 'sent-cross-site'],
    ['SameSite=None; Secure', image, 'sent-cross-site'],
    ['SameSite=None; Secure', { ...link, method: 'POST' }, 'sent-cross-site'],
  ])('%s with %j: %s', (attributes, more, rule) => {
    const jar = jarOf('https://shop.example/', `a=b; ${attributes}`)
    expect(verdict(jar, 'https://shop.example/', more)).toBe(rule)
  })
})

describe('5.6.7.2 "Lax-Allowing-Unsafe" enforcement', () => {
  const form: More = { sameSiteRequest: false, topLevelNavigation: true, method: 'POST' }

  test.each<[string, number, CookieRuleId]>([
    ['', 0, 'sent-lax-unsafe'],
    ['', 120_000, 'sent-lax-unsafe'],
    ['', 120_001, 'withheld-lax-aged'],
    ['SameSite=Sometimes', 120_000, 'sent-lax-unsafe'],
    ['SameSite=Lax', 0, 'withheld-lax-method'],
  ])('%s after %i ms: %s', (attributes, age, rule) => {
    const jar = jarOf('https://shop.example/', `a=b; ${attributes}`)
    expect(verdict(jar, 'https://shop.example/', { ...form, now: epoch + age })).toBe(rule)
  })

  test('a subresource gets no grace', () => {
    const jar = jarOf('https://shop.example/', 'a=b')
    const image = { ...form, topLevelNavigation: false }
    expect(verdict(jar, 'https://shop.example/', image)).toBe('withheld-lax-subrequest')
  })

  test('a new value does not renew the grace, for the time of creation stays', () => {
    const jar = jarOf('https://shop.example/', 'a=b')
    jar.receive('a=c', from('https://shop.example/', { now: epoch + 100_000 }))
    expect(verdict(jar, 'https://shop.example/', { ...form, now: epoch + 120_001 })).toBe('withheld-lax-aged')
  })
})

describe('Policies', () => {
  const cross: More = { sameSiteRequest: false, topLevelNavigation: true }

  function jarWith(policy: Partial<typeof chromiumPolicy>, url: string, line: string): CookieJar {
    const jar = new CookieJar({ ...chromiumPolicy, ...policy })
    jar.receive(line, from(url))
    return jar
  }

  test('without Lax by default, a cookie without SameSite is sent and set cross-site', () => {
    const jar = jarWith({ defaultSameSite: 'None' }, 'https://shop.example/', 'a=b')
    const image = { ...cross, topLevelNavigation: false }
    expect(verdict(jar, 'https://shop.example/', image)).toBe('sent-cross-site')
    const [decision] = jar.receive('b=c', from('https://shop.example/', { sameSiteRequest: false }))
    expect(decision?.kind).toBe('stored')
  })

  test('without the exception for young cookies, Lax by default is Lax', () => {
    const jar = jarWith({ laxAllowingUnsafe: null }, 'https://shop.example/', 'a=b')
    expect(verdict(jar, 'https://shop.example/', { ...cross, method: 'POST' })).toBe('withheld-lax-method')
  })

  test('without trust in loopback, Secure needs https there too', () => {
    expect(jarWith({ loopbackIsSecure: false }, 'http://localhost/', 'a=b; Secure').all()).toEqual([])
    const jar = jarWith({ loopbackIsSecure: false }, 'https://localhost/', 'a=b; Secure')
    expect(verdict(jar, 'http://localhost/')).toBe('withheld-secure')
  })

  test('None without Secure, larger and older cookies', () => {
    const url = 'https://shop.example/'
    expect(jarWith({ noneNeedsSecure: false }, url, 'a=b; SameSite=None').all()).toHaveLength(1)
    expect(jarWith({ pairOctets: 10 }, url, 'a=1234567890').all()).toHaveLength(0)
    expect(jarWith({ pairOctets: 11 }, url, 'a=1234567890').all()).toHaveLength(1)
    expect(jarWith({ lifetime: 5000 }, url, 'a=b; Max-Age=6').all()).toMatchObject([{ expiry: epoch + 5000 }])
    expect(jarWith({ attributeOctets: 3 }, url, 'a=b; Path=/abc').all()).toMatchObject([{ path: '/' }])
  })
})

describe('5.8.3 Retrieval Algorithm: the header', () => {
  test('step 4: longer paths first, then earlier creation, then the order of coming', () => {
    const jar = new CookieJar()
    const lines: [line: string, after: number][] = [
      ['late=1; Path=/', 10],
      ['long=1; Path=/cart/add', 20],
      ['twin1=1; Path=/', 5],
      ['twin2=1; Path=/', 5],
      ['mid=1; Path=/cart', 30],
      ['first=1; Path=/', 0],
    ]
    for (const [line, after] of lines) jar.receive(line, from('https://shop.example/', { now: epoch + after }))
    jar.receive('twin1=2; Path=/', from('https://shop.example/', { now: epoch + 99 }))
    const { header, decisions } = jar.retrieve(to('https://shop.example/cart/add', { now: epoch + 100 }))
    expect(header).toBe('long=1; mid=1; first=1; twin1=2; twin2=1; late=1')
    expect(decisions.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'sent'))
  })

  test('step 5: what was sent was accessed, what stayed was not', () => {
    const jar = jarOf('https://shop.example/', 'a=1', 'b=2; Path=/cart')
    jar.retrieve(to('https://shop.example/', { now: epoch + 500 }))
    expect(jar.all()).toMatchObject([{ lastAccess: epoch + 500 }, { lastAccess: epoch }])
  })

  test.each([
    ['a=', 'a='],
    ['b', 'b'],
    ['=b', 'b'],
    ['==b', '=b'],
    ['a="b c"', 'a="b c"'],
    ['a=b=c', 'a=b=c'],
  ])('step 6: %s goes back as %s', (line, header) => {
    expect(jarOf('https://shop.example/', line).retrieve(to('https://shop.example/')).header).toBe(header)
  })

  test('sent first, in the header’s order, then withheld', () => {
    const jar = jarOf('https://shop.example/', 'x=1; Path=/x', 'a=1; Path=/', 'y=1; Secure', 'b=2; Path=/cart')
    const { header, decisions } = jar.retrieve(to('http://shop.example/cart'))
    expect(header).toBe('b=2; a=1')
    expect(decisions.map(({ kind, ...rest }) => [kind, 'cookie' in rest && rest.cookie.name])).toEqual([
      ['sent', 'b'],
      ['sent', 'a'],
      ['withheld', 'x'],
      ['withheld', 'y'],
    ])
  })
})
