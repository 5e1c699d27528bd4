import { describe, expect, test } from 'vitest'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { chromiumPolicy, type JarPolicy, rfc2109Policy } from '@/lib/engine/cookies/policy'
import { epoch, from, to } from '@/lib/engine/cookies/test-contexts'

const shop = 'https://shop.example/'
const day = 24 * 60 * 60 * 1000

/** A jar that received lines one after the other, a second apart, and what went to make room. */
class Filled {
  readonly jar: CookieJar
  readonly evicted: string[] = []
  now = epoch

  constructor(policy: JarPolicy = chromiumPolicy) {
    this.jar = new CookieJar(policy)
  }

  receive(count: number, line: (n: number) => string, url: (n: number) => string = () => shop): this {
    for (let n = 1; n <= count; n += 1) {
      this.note(this.jar.receive(line(n), from(url(n), { now: this.now })))
      this.now += 1000
    }
    return this
  }

  note(decisions: readonly CookieDecision[]): void {
    for (const decision of decisions) if (decision.kind === 'removed') this.evicted.push(decision.cookie.name)
  }

  names(): string[] {
    return this.jar.all().map(({ name }) => name)
  }
}

function range(first: number, last: number, prefix = 'c'): string[] {
  return Array.from({ length: last - first + 1 }, (_, n) => `${prefix}${first + n}`)
}

describe('today: 180 cookies of a site', () => {
  test('fit; the next one cuts them down to 150, least recently used first', () => {
    const filled = new Filled().receive(180, (n) => `c${n}=1`)
    expect(filled.evicted).toEqual([])
    filled.receive(1, () => 'c181=1')
    expect(filled.evicted).toEqual(range(1, 31))
    expect(filled.jar.all()).toHaveLength(150)
  })

  test('use counts, not age', () => {
    const filled = new Filled().receive(40, (n) => `c${n}=1; Path=/used`).receive(140, (n) => `d${n}=1; Path=/`)
    filled.jar.retrieve(to(`${shop}used`, { now: filled.now }))
    // The request used all of them; what is set from here on was used later still.
    filled.now += 1000
    filled.jar.retrieve(to(shop, { now: filled.now }))
    filled.receive(1, () => 'last=1')
    expect(filled.evicted).toEqual(range(1, 31))
    expect(filled.names()).toEqual([...range(32, 40), ...range(1, 140, 'd'), 'last'])
  })

  test('all hosts of the site count together, other sites do not', () => {
    const hosts = (n: number) => `https://${n % 2 ? 'a.' : ''}shop.example/`
    const filled = new Filled()
      .receive(
        170,
        (n) => `o${n}=1`,
        () => 'https://other.example/',
      )
      .receive(181, (n) => `c${n}=1`, hosts)
    expect(filled.evicted).toEqual(range(1, 31))
    expect(filled.jar.all()).toHaveLength(170 + 150)
  })

  test('what is not Secure goes before what is', () => {
    const filled = new Filled().receive(100, (n) => `s${n}=1; Secure`).receive(81, (n) => `c${n}=1`)
    expect(filled.evicted).toEqual(range(1, 31))
  })

  test('of Secure ones alone the least recently used go', () => {
    expect(new Filled().receive(181, (n) => `c${n}=1; Secure`).evicted).toEqual(range(1, 31))
  })

  test('low priority goes before medium, Secure or not; its quota of 30 stays', () => {
    const filled = new Filled()
      .receive(20, (n) => `m${n}=1`)
      .receive(60, (n) => `l${n}=1; Priority=Low; Secure`)
      .receive(101, (n) => `h${n}=1; Priority=High`)
    // 30 of the 60 low ones, and of the high ones, 31 more than their quota, the one used longest ago.
    expect(filled.evicted).toEqual([...range(1, 30, 'l'), 'h1'])
  })

  test('a low priority within its quota is spared', () => {
    const filled = new Filled()
      .receive(30, (n) => `l${n}=1; Priority=Low`)
      .receive(151, (n) => `m${n}=1; Priority=Medium`)
    expect(filled.evicted).toEqual(range(1, 31, 'm'))
  })

  test('Secure ones fill the quota of their priority: the rest goes although it was used lately', () => {
    const filled = new Filled().receive(150, (n) => `s${n}=1; Secure`).receive(31, (n) => `c${n}=1`)
    expect(filled.evicted).toEqual(range(1, 31))
  })

  test('a cookie edited or copied into the jar makes room as well', () => {
    const filled = new Filled().receive(180, (n) => `c${n}=1`)
    filled.note(filled.jar.edit({ host: 'shop.example', name: 'by-hand' }, '1', filled.now) ?? [])
    expect(filled.evicted).toHaveLength(31)
    expect(filled.names()).toContain('by-hand')
  })

  test('replacing one makes no room', () => {
    const filled = new Filled().receive(180, (n) => `c${n}=1`).receive(180, (n) => `c${n}=2`)
    expect(filled.evicted).toEqual([])
  })
})

describe('today: 3300 in all', () => {
  const hosts = (n: number) => `https://h${n % 30}.example/`

  test('more stay as long as all of them are in use', () => {
    const filled = new Filled().receive(3400, (n) => `c${n}=1`, hosts)
    expect(filled.evicted).toEqual([])
    expect(filled.jar.all()).toHaveLength(3400)
  })

  test('what was not used for 30 days goes, not Secure first, until 3000 are left', () => {
    const filled = new Filled()
      .receive(100, (n) => `s${n}=1; Secure; Max-Age=99999999`, hosts)
      .receive(3200, (n) => `c${n}=1; Max-Age=99999999`, hosts)
    filled.now += 31 * day
    filled.receive(
      1,
      () => 'last=1',
      () => 'https://last.example/',
    )
    expect(filled.evicted).toEqual(range(1, 301))
    expect(filled.jar.all()).toHaveLength(3000)
  })

  test('Secure ones go when others are not enough', () => {
    const filled = new Filled()
      .receive(3200, (n) => `s${n}=1; Secure; Max-Age=99999999`, hosts)
      .receive(100, (n) => `c${n}=1; Max-Age=99999999`, hosts)
    filled.now += 31 * day
    filled.receive(
      1,
      () => 'last=1',
      () => 'https://last.example/',
    )
    expect(filled.evicted).toEqual([...range(1, 100), ...range(1, 201, 's')])
  })
})

describe('today: a partition', () => {
  const partitioned = (n: number) => `c${n}=1; Secure; SameSite=None; Partitioned`

  test('keeps 180 cookies, and lets go of no more than it must', () => {
    const filled = new Filled().receive(180, (n) => `u${n}=1`).receive(182, partitioned)
    expect(filled.evicted).toEqual(['c1', 'c2'])
  })

  test('keeps 10240 bytes of names and values', () => {
    const filled = new Filled().receive(11, (n) => `c${n + 10}=${'x'.repeat(1021)}; Secure; Partitioned`)
    expect(filled.evicted).toEqual(['c11'])
  })

  test('counts by itself', () => {
    const filled = new Filled().receive(180, partitioned)
    const inOther = from(shop, { now: filled.now, sameSiteRequest: false, topLevelSite: 'https://other.example' })
    filled.note(filled.jar.receive(partitioned(1), inOther))
    expect(filled.evicted).toEqual([])
    expect(filled.jar.all()).toHaveLength(181)
  })
})

describe('RFC 2109, 6.3: a browser of 1997', () => {
  test('keeps 20 cookies of a host; for the next one the one used longest ago goes', () => {
    const filled = new Filled(rfc2109Policy).receive(22, (n) => `c${n}=1`)
    expect(filled.evicted).toEqual(['c1', 'c2'])
    expect(filled.names()).toEqual(range(3, 22))
  })

  test('counts every host and every Domain for itself', () => {
    const filled = new Filled(rfc2109Policy)
      .receive(20, (n) => `c${n}=1`)
      .receive(
        20,
        (n) => `c${n}=1`,
        () => 'https://a.shop.example/',
      )
      .receive(20, (n) => `d${n}=1; Domain=shop.example`)
    expect(filled.evicted).toEqual([])
    filled.receive(1, () => 'd21=1; Domain=shop.example')
    expect(filled.evicted).toEqual(['d1'])
  })

  test('keeps 300 in all', () => {
    const filled = new Filled(rfc2109Policy).receive(
      302,
      (n) => `c${n}=1`,
      (n) => `https://h${n % 20}.example/`,
    )
    expect(filled.evicted).toEqual(['c1', 'c2'])
  })

  test('knows no priority: Secure or High, the one used longest ago goes', () => {
    const filled = new Filled(rfc2109Policy)
      .receive(1, () => 'first=1; Secure; Priority=High')
      .receive(20, (n) => `c${n}=1`)
    expect(filled.evicted).toEqual(['first'])
  })
})
