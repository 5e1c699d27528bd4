import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDecision } from '@/lib/engine/cookies/apply'
import { type CookieKey, hostScopeOf, type StoredCookie } from '@/lib/engine/cookies/cookie'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { priorityOf } from '@/lib/engine/cookies/limits/purge-rounds'
import { chromiumPolicy, type JarLimits, type JarPolicy, rfc2109Policy } from '@/lib/engine/cookies/policy'
import { siteOf } from '@/lib/engine/cookies/public-suffix'
import { epoch, from, to } from '@/lib/engine/cookies/test-contexts'

fc.configureGlobal({ seed: 2109 })

/** Today's limits made small, so that a short story meets them; the quotas sum up to what is kept, as Chromium's do. */
const limits: JarLimits = {
  ...chromiumPolicy.limits,
  own: 12,
  ownKept: 9,
  quotas: { Low: 2, Medium: 3, High: 4 },
  total: 20,
  totalKept: 16,
  totalIdle: 60_000,
  partition: { cookies: 4, octets: 40 },
}
const small: JarPolicy = { ...chromiumPolicy, limits }
const smallOld: JarPolicy = {
  ...rfc2109Policy,
  limits: { ...rfc2109Policy.limits, own: 4, ownKept: 4, total: 9, totalKept: 9 },
}

const attribute = fc.constantFrom(
  'Secure',
  'Priority=Low',
  'Priority=High',
  'Secure; Partitioned',
  'Domain=shop.example',
  'Max-Age=20',
)

const step = fc.record({
  after: fc.constantFrom(0, 1000, 1000, 90_000),
  url: fc.constantFrom(
    'https://shop.example/',
    'https://a.shop.example/',
    'https://other.example/',
    'https://third.example/',
  ),
  line: fc
    .tuple(fc.nat(40), fc.string({ unit: fc.constant('x'), maxLength: 12 }), fc.array(attribute, { maxLength: 2 }))
    .map(([n, value, attributes]) => [`c${n}=${value}`, ...attributes].join('; ')),
  /** Whether a request to the URL comes first, which uses its cookies. */
  uses: fc.boolean(),
})

const story = fc.array(step, { maxLength: 80 })

interface Seen {
  readonly jar: CookieJar
  readonly before: readonly StoredCookie[]
  readonly decisions: readonly CookieDecision[]
  readonly newest: StoredCookie | null
}

function play(
  policy: JarPolicy,
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  see: (seen: Seen) => void,
): void {
  const jar = new CookieJar(policy)
  let now = epoch
  for (const { after, url, line, uses } of steps) {
    now += after
    if (uses) jar.retrieve(to(url, { now }))
    jar.expire(now)
    const before = jar.all()
    const decisions = jar.receive(line, from(url, { now }))
    const [first] = decisions
    see({ jar, before, decisions, newest: first?.kind === 'stored' ? first.cookie : null })
  }
}

function evicted({ decisions }: Seen): StoredCookie[] {
  return decisions.flatMap((decision) => (decision.kind === 'removed' ? [decision.cookie] : []))
}

/** How many cookies share a limit. */
function counts(cookies: readonly StoredCookie[], owner: (cookie: StoredCookie) => string): number[] {
  const found = new Map<string, number>()
  for (const cookie of cookies) found.set(owner(cookie), (found.get(owner(cookie)) ?? 0) + 1)
  return [...found.values()]
}

describe('Laws of making room', () => {
  test('no site, no host and no partition has ever more than its limit', () => {
    fc.assert(
      fc.property(story, (steps) => {
        play(small, steps, ({ jar }) => {
          const plain = jar.all().filter(({ partition }) => partition === undefined)
          const inPartitions = jar.all().filter(({ partition }) => partition !== undefined)
          for (const count of counts(plain, ({ domain }) => siteOf(domain))) expect(count).toBeLessThanOrEqual(12)
          for (const count of counts(inPartitions, ({ domain, partition }) => `${siteOf(domain)} ${partition}`)) {
            expect(count).toBeLessThanOrEqual(4)
          }
        })
        play(smallOld, steps, ({ jar }) => {
          for (const count of counts(jar.all(), hostScopeOf)) expect(count).toBeLessThanOrEqual(4)
          expect(jar.all().length).toBeLessThanOrEqual(9)
        })
      }),
    )
  })

  test('a purge leaves what it should, and nothing goes without one', () => {
    fc.assert(
      fc.property(story, (steps) => {
        play(small, steps, (seen) => {
          const { newest, jar, before } = seen
          const going = evicted(seen).filter(({ partition }) => partition === undefined)
          if (newest === null || newest.partition !== undefined) return
          const site = siteOf(newest.domain)
          const ofSite = (cookie: StoredCookie) => cookie.partition === undefined && siteOf(cookie.domain) === site
          const were = before.filter(ofSite).length
          if (going.some(ofSite) && were === 12) expect(jar.all().filter(ofSite).length).toBeLessThanOrEqual(9)
          if (before.length < 12) expect(going).toEqual([])
        })
      }),
    )
  })

  test('a priority keeps its quota: no cookie of it goes for the site’s sake while no more are left', () => {
    fc.assert(
      fc.property(story, (steps) => {
        play(small, steps, ({ jar, decisions, newest }) => {
          // The purge for the total's sake comes after it and knows no quotas.
          if (newest === null || decisions.some(({ because }) => because.rule === 'evicted-idle')) return
          const site = siteOf(newest.domain)
          for (const decision of decisions) {
            if (decision.kind !== 'removed' || !isForSite(decision.because.rule)) continue
            const priority = priorityOf(decision.cookie)
            const left = jar
              .all()
              .filter(
                (cookie) =>
                  cookie.partition === undefined && siteOf(cookie.domain) === site && priorityOf(cookie) === priority,
              )
            expect(left.length).toBeGreaterThanOrEqual(limits.quotas?.[priority] ?? 0)
          }
        })
      }),
    )
  })

  test('of the same priority and security, whoever goes was used no later than whoever stays', () => {
    fc.assert(
      fc.property(story, (steps) => {
        play(small, steps, ({ jar, decisions, newest }) => {
          if (newest === null || newest.partition !== undefined) return
          const site = siteOf(newest.domain)
          for (const decision of decisions) {
            if (decision.kind !== 'removed' || !isForSite(decision.because.rule)) continue
            const { cookie: gone } = decision
            for (const cookie of jar.all()) {
              if (cookie.partition !== undefined || siteOf(cookie.domain) !== site) continue
              if (priorityOf(cookie) !== priorityOf(gone) || cookie.secure !== gone.secure) continue
              expect(gone.lastAccess).toBeLessThanOrEqual(cookie.lastAccess)
            }
          }
        })
      }),
    )
  })

  test('a cookie of high priority outlives its like of low priority', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (steps, secure) => {
        const jar = new CookieJar(small)
        const like = (name: string, priority: string) => `${name}=1; Priority=${priority}${secure ? '; Secure' : ''}`
        jar.receive(like('low', 'Low'), from('https://shop.example/'))
        jar.receive(like('high', 'High'), from('https://shop.example/'))
        let now = epoch
        for (const { after, line } of steps) {
          now += after
          // Others come; these two are never used again.
          jar.receive(`${line}; Priority=Low`, from('https://shop.example/', { now }))
          const names = jar.all().map(({ name }) => name)
          if (names.includes('low')) expect(names).toContain('high')
        }
      }),
    )
  })

  test('what makes room is a decision like any other: the decisions give the jar', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (steps, isOld) => {
        let rebuilt: ReadonlyMap<CookieKey, StoredCookie> = new Map()
        const jar = new CookieJar(isOld ? smallOld : small)
        let now = epoch
        for (const { after, url, line, uses } of steps) {
          now += after
          const used = uses ? jar.retrieve(to(url, { now })).decisions : []
          for (const decision of [...used, ...jar.receive(line, from(url, { now }))]) {
            rebuilt = applyDecision(rebuilt, decision)
          }
          expect([...rebuilt.values()]).toEqual(jar.all())
        }
      }),
    )
  })
})

function isForSite(rule: string): boolean {
  return rule === 'evicted-low-priority' || rule === 'evicted-not-secure' || rule === 'evicted-secure'
}
