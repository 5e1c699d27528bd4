import fc from 'fast-check'
import { parseDate, CookieJar as ToughJar } from 'tough-cookie'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseCookieDate } from '@/lib/engine/cookies/cookie-date'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { epoch, from, to } from '@/lib/engine/cookies/test-contexts'

/*
 * tough-cookie implements the older text, RFC 6265 with some of 6265bis. The generators below stay where both mean the
 * same. Left out, because tough-cookie differs:
 *
 * - limits of size and lifetime, control characters, prefixes in other cases, the Http prefixes: it lacks them
 * - SameSite in cross-site requests: it knows no default and no top-level navigation
 * - an empty Domain: it ignores the attribute, so that an earlier Domain would stand
 * - one name with and without Domain at one host: it takes them for the same cookie, so here only names that begin
 *   with "d" carry a Domain
 * - Max-Age of a cookie that was read since: it counts from the last access, so here Max-Age is only used where the
 *   clock stands still, and Expires where it moves
 * - nameless cookies whose value has "=": it makes a name of it
 * - Secure over plain http, and http cookies beside Secure ones: it accepts both, so all are set over https
 * - what is not ASCII in a script's cookie: it knows no octets
 */

fc.configureGlobal({ seed: 6265 })

const hosts = ['shop.example', 'a.shop.example', 'b.shop.example', 'evil.example', 'localhost'] as const

function urls(...schemes: string[]): fc.Arbitrary<string> {
  const requested = fc.constantFrom('/', '/cart', '/cart/', '/cart/add', '/carts')
  return fc
    .tuple(fc.constantFrom(...schemes), fc.constantFrom(...hosts), requested)
    .map(([scheme, host, at]) => `${scheme}://${host}${at}`)
}

const path = fc.constantFrom(
  '',
  '; Path=/',
  '; Path=/cart',
  '; path=/cart/',
  '; Path=cart',
  '; Path=',
  '; Path=/x; Path=/',
)
const domain = fc.constantFrom('; Domain=shop.example', '; Domain=.Shop.Example', '; domain=a.shop.example')
const flags = fc
  .subarray(['; Secure', '; HttpOnly', '; SameSite=Lax', '; Priority=High', ';', '; =x'])
  .map((chosen) => chosen.join(''))

/** Values with what needs no quoting and what is often got wrong. */
const value = fc.constantFrom('1', '2', '', '"q"', 'a=b', 'a b', '%20', 'x,y')

const pair = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', ' c '), value)
    .map(([name, text]) => ({ text: `${name}=${text}`, withDomain: false })),
  fc.tuple(fc.constantFrom('d', 'dd'), value).map(([name, text]) => ({ text: `${name}=${text}`, withDomain: true })),
  fc.constantFrom('alone', '=alone').map((text) => ({ text, withDomain: false })),
)

function lineWith(lifetime: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .record({ pair, path, domain, flags, lifetime })
    .map((of) => `${of.pair.text}${of.path}${of.pair.withDomain ? of.domain : ''}${of.flags}${of.lifetime}`)
}

interface Step {
  readonly after: number
  readonly line: string
  readonly setAt: string
  readonly getAt: string
  readonly httpApi: boolean
}

function steps(lifetime: fc.Arbitrary<string>, after: fc.Arbitrary<number>): fc.Arbitrary<Step[]> {
  const step = fc.record({
    after,
    line: lineWith(lifetime),
    setAt: urls('https'),
    getAt: urls('http', 'https'),
    httpApi: fc.boolean(),
  })
  return fc.array(step, { minLength: 1, maxLength: 15 })
}

function expectTheSame(story: readonly Step[]): void {
  const tough = new ToughJar(undefined, { looseMode: true, prefixSecurity: 'strict' })
  const ours = new CookieJar()
  let now = epoch
  for (const { after, line, setAt, getAt, httpApi } of story) {
    now += after
    vi.setSystemTime(now)
    // A look at each place makes tough-cookie drop what has expired, as the newer text wants at once.
    for (const host of hosts) tough.getCookiesSync(`https://${host}/`, { allPaths: true })
    tough.setCookieSync(line, setAt, { http: httpApi, ignoreError: true, now: new Date(now) })
    ours.receive(line, from(setAt, { now, httpApi }))
    const expected = tough.getCookieStringSync(getAt, { http: httpApi })
    expect(ours.retrieve(to(getAt, { now, httpApi })).header ?? '').toBe(expected)
  }
}

describe('tough-cookie as a second opinion', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('the same header, where the clock stands still', () => {
    const lifetime = fc.constantFrom(
      '',
      '',
      '; Max-Age=60',
      '; Max-Age=0',
      '; Max-Age=-5',
      '; Max-Age=1d',
      '; Max-Age=',
    )
    fc.assert(fc.property(steps(lifetime, fc.constant(0)), expectTheSame), { numRuns: 400 })
  })

  test('the same header, where the clock moves', () => {
    const lifetime = fc.constantFrom(
      '',
      '; Expires=Tue, 01 Sep 2026 08:00:10 GMT',
      '; expires=Tuesday, 01-Sep-26 08:01:00 GMT',
      '; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      '; Expires=never',
      '; Expires',
    )
    const after = fc.constantFrom(1, 500, 5000, 20_000)
    fc.assert(fc.property(steps(lifetime, after), expectTheSame), { numRuns: 400 })
  })

  test('5.1.1: the same dates from tokens in any order, with any delimiters', () => {
    const token = fc.oneof(
      fc.constantFrom('Jan', 'feb', 'DECEMBER', 'Sept', 'ju', 'Mon', 'GMT', '+0800', 'T', 'Z', ':', '1T'),
      fc.integer({ min: 0, max: 10_000 }).map(String),
      fc.integer({ min: 0, max: 31 }).map((day) => `${day}th`),
      fc.tuple(fc.nat(25), fc.nat(61), fc.nat(61)).map((fields) => fields.join(':')),
      fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)).map((fields) => `${fields.join(':')}Z`),
    )
    const delimiter = fc.constantFrom(' ', '-', ', ', '\t', '/', '~')
    const likely = fc
      .tuple(
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom('Jan', 'feb', 'DECEMBER'),
        fc.integer({ min: 60, max: 2100 }),
        token,
      )
      .map(([day, month, year, more]) => [`${day}`, month, `${year}`, '08:49:37', more])
      .chain((tokens) => fc.shuffledSubarray(tokens, { minLength: 3 }))
    const tokens = fc.oneof(likely, fc.array(token, { maxLength: 7 }))
    const text = fc.tuple(tokens, fc.array(delimiter, { minLength: 7, maxLength: 7 })).map(([parts, between]) => {
      return parts.map((part, i) => part + (between[i] ?? ' ')).join('')
    })
    fc.assert(
      fc.property(text, (date) => {
        expect(parseCookieDate(date)).toBe(parseDate(date)?.getTime() ?? null)
      }),
      { numRuns: 2000 },
    )
  })
})
