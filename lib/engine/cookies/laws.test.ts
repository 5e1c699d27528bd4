import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDecision } from '@/lib/engine/cookies/apply'
import type { CookieKey, StoredCookie } from '@/lib/engine/cookies/cookie'
import { parseCookieDate } from '@/lib/engine/cookies/cookie-date'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { chromiumPolicy } from '@/lib/engine/cookies/policy'
import { ruleWords } from '@/lib/engine/cookies/rules'
import { epoch, from, to } from '@/lib/engine/cookies/test-contexts'
import type { Tampering } from '@/lib/engine/story/action'

const TAMPERINGS: readonly Tampering[] = ['signature', 'unsign', 'value']

fc.configureGlobal({ seed: 6265 })

/** Few hosts, paths and names, so that cookies meet: one site in both schemes, another site, localhost. */
const url = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom('shop.example', 'a.shop.example', 'evil.example', 'localhost:9090', '127.0.0.1'),
    fc.constantFrom('/', '/cart', '/cart/add'),
  )
  .map(([scheme, host, path]) => `${scheme}://${host}${path}`)

const attribute = fc.constantFrom(
  'Path=/',
  'Path=/cart',
  'Path=nowhere',
  'Domain=shop.example',
  'Domain=.a.shop.example',
  'Domain=example',
  'Domain=localhost',
  'Max-Age=0',
  'Max-Age=1',
  'Max-Age=90',
  'Max-Age=99999999',
  'Expires=Tue, 01 Sep 2026 08:00:30 GMT',
  'Expires=soon',
  'Secure',
  'HttpOnly',
  'SameSite=Strict',
  'SameSite=Lax',
  'SameSite=None',
  'SameSite=?',
  'Priority=High',
)

const name = fc.constantFrom('a', 'b', 'A', '', '__Host-a', '__secure-a')

const value = fc.constantFrom('0', '1', '2', 's%3Aid.sig')

/** A line such as servers write, or any octets at all. */
const line = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(name, value, fc.array(attribute, { maxLength: 4 })).map(writeLine) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)) }),
  },
)

function writeLine([cookie, content, attributes]: [string, string, string[]]): string {
  return [`${cookie}=${content}`, ...attributes].join('; ')
}

/** One thing that happens to a jar; `after` is milliseconds since the step before. */
const step = fc.record({
  after: fc.constantFrom(0, 0, 1, 1000, 45_000, 150_000),
  url,
  httpApi: fc.boolean(),
  sameSiteRequest: fc.boolean(),
  topLevelNavigation: fc.boolean(),
  method: fc.constantFrom('GET', 'POST'),
  act: fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('receive' as const), line }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('retrieve' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constantFrom('expire' as const, 'end-session' as const, 'forget' as const) }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('copy' as const), line }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('tamper' as const), name, how: fc.constantFrom(...TAMPERINGS) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constantFrom('edit' as const, 'delete' as const), name, value: fc.string() }),
    },
  ),
})

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const story = fc.array(step, { maxLength: 30 })

function perform(jar: CookieJar, { act, url: at, ...rest }: Step, now: number): CookieDecision[] {
  const host = new URL(at).host
  switch (act.type) {
    case 'receive':
      return jar.receive(act.line, from(at, { ...rest, now }))
    case 'retrieve':
      return jar.retrieve(to(at, { ...rest, now })).decisions
    case 'expire':
      return jar.expire(now)
    case 'end-session':
      return jar.endSession()
    case 'forget':
      return jar.forget()
    case 'copy': {
      const other = new CookieJar()
      other.receive(act.line, from(at, { ...rest, now }))
      return other
        .all()
        .flatMap((cookie) => jar.place(cookie, { rule: 'copied-by-hand', values: { from: 'alice' } }, now))
    }
    case 'tamper':
      return jar.tamper({ host, name: act.name }, act.how, now) ?? []
    case 'edit':
      return jar.edit({ host, name: act.name }, act.value, now) ?? []
    case 'delete':
      return jar.delete({ host, name: act.name }) ?? []
    default:
      return act satisfies never
  }
}

/** Runs a story; `after` sees each step with its decisions. */
function play(steps: readonly Step[], after: (jar: CookieJar, decisions: CookieDecision[], now: number) => void): void {
  const jar = new CookieJar()
  let now = epoch
  for (const each of steps) {
    now += each.after
    after(jar, perform(jar, each, now), now)
  }
}

describe('Laws of every story', () => {
  test('a jar is what its decisions say, in the same order', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let rebuilt: ReadonlyMap<CookieKey, StoredCookie> = new Map()
        play(steps, (jar, decisions) => {
          for (const decision of decisions) rebuilt = applyDecision(rebuilt, decision)
          expect([...rebuilt.values()]).toEqual(jar.all())
        })
      }),
    )
  })

  test('nothing expired is sent or stored, and nothing lives beyond the limit', () => {
    fc.assert(
      fc.property(story, (steps) => {
        play(steps, (_, decisions, now) => {
          for (const decision of decisions) {
            if (decision.kind !== 'sent' && decision.kind !== 'stored') continue
            const { expiry } = decision.cookie
            if (expiry !== null) expect(expiry).toBeGreaterThan(now)
            if (expiry !== null) expect(expiry).toBeLessThanOrEqual(now + chromiumPolicy.lifetime)
          }
        })
      }),
    )
  })

  test('after expire(now), nextExpiry(now) is the soonest of what is left', () => {
    fc.assert(
      fc.property(story, (steps) => {
        play(steps, (jar, _, now) => {
          jar.expire(now)
          const left = jar.all().flatMap(({ expiry }) => (expiry === null ? [] : [expiry]))
          expect(jar.nextExpiry(now)).toBe(left.length === 0 ? null : Math.min(...left))
        })
      }),
    )
  })

  test('every cookie of the jar is told of at most once in a retrieval, and the header is those sent', () => {
    fc.assert(
      fc.property(story, url, (steps, target) => {
        play(steps, (jar, _, now) => {
          const { header, decisions } = jar.retrieve(to(target, { now }))
          const sent = decisions.filter((decision) => decision.kind === 'sent').map(({ cookie }) => cookie)
          const pairs = sent.map(({ name: key, value }) => (key === '' ? value : `${key}=${value}`))
          expect(header).toBe(pairs.length === 0 ? null : pairs.join('; '))
          const told = decisions.flatMap((decision) => ('cookie' in decision ? [decision.cookie] : []))
          expect(
            new Set(told.map(({ name: key, domain, hostOnly, path }) => `${key} ${domain} ${hostOnly} ${path}`)).size,
          ).toBe(told.length)
        })
      }),
    )
  })

  test('every decision can be put into words, without a gap', () => {
    fc.assert(
      fc.property(story, (steps) => {
        play(steps, (_, decisions) => {
          for (const decision of decisions) {
            const applied = [decision.because, ...('notes' in decision ? decision.notes : [])]
            for (const each of applied) {
              const values = Object.fromEntries(Object.keys(each.values ?? {}).map((key) => [key, 'x']))
              expect(ruleWords({ rule: each.rule, values }, 'en')).not.toMatch(/[{}]/)
            }
          }
        })
      }),
    )
  })

  test('the same story gives the same decisions', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const told: CookieDecision[][] = []
        play(steps, (_, decisions) => told.push(decisions))
        play(steps, (_, decisions) => expect(decisions).toEqual(told.shift()))
      }),
    )
  })
})

describe('Laws of a round trip', () => {
  /** What a server may write as a name or value: no control characters, no semicolon, no space at the ends. */
  const octet = fc
    .integer({ min: 0x21, max: 0xff })
    .filter((code) => code !== 0x7f && code !== 0x3b && code !== 0x3d)
    .map((code) => String.fromCharCode(code))
  const token = fc.string({ unit: octet, minLength: 1, maxLength: 20 }).filter((text) => !text.startsWith('__'))

  test('what was set comes back, octet by octet', () => {
    fc.assert(
      fc.property(token, fc.string({ unit: octet, maxLength: 20 }), (key, value) => {
        const jar = new CookieJar()
        jar.receive(`${key}=${value}; Path=/`, from('https://shop.example/'))
        expect(jar.retrieve(to('https://shop.example/any')).header).toBe(`${key}=${value}`)
      }),
    )
  })

  test('any octets are decided upon exactly once', () => {
    const octets = fc.string({
      unit: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)),
      maxLength: 60,
    })
    fc.assert(
      fc.property(octets, (text) => {
        const jar = new CookieJar()
        const decisions = jar.receive(text, from('https://shop.example/'))
        expect(decisions).toHaveLength(1)
        expect(jar.all()).toHaveLength(decisions[0]?.kind === 'stored' ? 1 : 0)
      }),
    )
  })

  test('every whole second that HTTP can write is read back', () => {
    const date = fc.date({
      min: new Date(Date.UTC(1601, 0, 1)),
      max: new Date(Date.UTC(9999, 11, 31)),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(date, (at) => {
        const second = Math.floor(at.getTime() / 1000) * 1000
        expect(parseCookieDate(new Date(second).toUTCString())).toBe(second)
      }),
    )
  })
})
