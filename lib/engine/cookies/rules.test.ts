import { describe, expect, test } from 'vitest'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule, CookieDecision } from '@/lib/engine/cookies/decision'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { chromiumPolicy, policyOf, rfc2109Policy } from '@/lib/engine/cookies/policy'
import { type CookieRuleId, rules, ruleWords } from '@/lib/engine/cookies/rules'
import { epoch, from, to } from '@/lib/engine/cookies/test-contexts'
import type { Tampering } from '@/lib/engine/story/action'

type Scenario = (jar: CookieJar) => CookieDecision[] | null

const site = 'https://shop.example/'
const crossSite = { sameSiteRequest: false }
const posted = { sameSiteRequest: false, method: 'POST' }

/** Lines received one after the other, as responses of one URL. */
function lines(url: string, ...received: string[]): Scenario {
  return (jar) => received.flatMap((line) => jar.receive(line, from(url)))
}

/** What a script of the page writes after the server set a cookie. */
function script(first: string, line: string): Scenario {
  return (jar) => [...jar.receive(first, from(site)), ...jar.receive(line, from(site, { httpApi: false }))]
}

/** A cookie, and then a request. */
function request(line: string, url: string, more: Parameters<typeof to>[1] = {}): Scenario {
  return (jar) => {
    jar.receive(line, from(site))
    return jar.retrieve(to(url, more)).decisions
  }
}

/** A request for an image inside of another site's page. */
const inEvil = { sameSiteRequest: false, topLevelNavigation: false, topLevelSite: 'https://evil.example' }

function incognito(): CookieJar {
  return new CookieJar(policyOf({ incognito: true, browser: 'today' }))
}

/** Lines that a browser of 1997 receives. */
function old(...received: string[]): Scenario {
  return () => {
    const jar = new CookieJar(rfc2109Policy)
    return received.flatMap((line) => jar.receive(line, from('http://shop.example/')))
  }
}

function many(count: number, line: (n: number) => string): Scenario {
  return lines(site, ...Array.from({ length: count }, (_, n) => line(n)))
}

/** A cookie of another jar. */
function somebodys(line: string): StoredCookie {
  const jar = new CookieJar()
  jar.receive(line, from(site))
  const [cookie] = jar.all()
  if (cookie === undefined) throw new Error(`${line} was refused`)
  return cookie
}

/** A signed cookie, and what a person does to it. */
function tampering(how: Tampering): Scenario {
  return (jar) => {
    jar.receive('a=s%3Aid.sig', from(site))
    return jar.tamper({ host: 'shop.example', name: 'a' }, how, epoch)
  }
}

/** One way to each rule: the type asks for all of them. */
const scenarios: Readonly<Record<CookieRuleId, Scenario>> = {
  'control-character': lines(site, 'a=\u0007'),
  nameless: lines(site, 'a'),
  'whitespace-trimmed': lines(site, ' a=b'),
  'pair-too-large': lines(site, `a=${'x'.repeat(4096)}`),
  'attribute-too-large': lines(site, `a=b; Path=/${'x'.repeat(1024)}`),
  'attribute-unknown': lines(site, 'a=b; Httponly!'),
  'attribute-of-later': old('a=b; HttpOnly'),
  'line-too-large': old(`a=b; Path=/${'x'.repeat(4096)}`),
  'attribute-repeated': lines(site, 'a=b; Path=/; Path=/x'),
  'expires-unreadable': lines(site, 'a=b; Expires=0'),
  'max-age-unreadable': lines(site, 'a=b; Max-Age=1h'),
  'max-age-wins': lines(site, 'a=b; Max-Age=60; Expires=Tue, 01 Sep 2026 09:00:00 GMT'),
  'lifetime-capped': lines(site, 'a=b; Max-Age=99999999'),
  'lifetime-session': lines(site, 'a=b'),
  'domain-leading-dot': lines(site, 'a=b; Domain=.shop.example'),
  'path-not-absolute': lines(site, 'a=b; Path=x'),
  'path-default': lines(site, 'a=b'),
  'samesite-default-lax': lines(site, 'a=b'),
  'samesite-default-none': () =>
    new CookieJar({ ...chromiumPolicy, defaultSameSite: 'None' }).receive('a=b', from(site)),
  'samesite-unknown': lines(site, 'a=b; SameSite=Loose'),
  'pair-empty': lines(site, '='),
  'domain-not-ascii': lines(site, 'a=b; Domain=b\u00fccher.example'),
  'host-unusable': lines('data:,x', 'a=b'),
  'domain-own-public-suffix': lines('http://localhost/', 'a=b; Domain=localhost'),
  'domain-public-suffix': lines(site, 'a=b; Domain=example'),
  'domain-mismatch': lines(site, 'a=b; Domain=evil.example'),
  'domain-ip-address': lines('http://127.0.0.1/', 'a=b; Domain=127.0.0.1'),
  'domain-default': lines(site, 'a=b'),
  'secure-needs-https': lines('http://shop.example/', 'a=b; Secure'),
  'loopback-is-secure': lines('http://localhost/', 'a=b; Secure'),
  'httponly-from-script': script('z=1', 'a=b; HttpOnly'),
  'secure-cookie-kept': (jar) => [
    ...jar.receive('a=b; Secure', from(site)),
    ...jar.receive('a=c', from('http://shop.example/')),
  ],
  'samesite-cross-site': (jar) => jar.receive('a=b; SameSite=Lax', from(site, crossSite)),
  'none-needs-secure': lines(site, 'a=b; SameSite=None'),
  'prefix-secure': lines(site, '__Secure-a=b'),
  'prefix-host': lines(site, '__Host-a=b'),
  'prefix-http': lines(site, '__Http-a=b'),
  'prefix-host-http': lines(site, '__Host-Http-a=b'),
  'prefix-in-value': lines(site, '=__Host-a=b'),
  'priority-unknown': lines(site, 'a=b; Priority=Highest'),
  partitioned: lines(site, 'a=b; Secure; Partitioned'),
  'partitioned-needs-secure': lines(site, 'a=b; Partitioned'),
  'third-party-refused': () => incognito().receive('a=b; Secure; SameSite=None', from(site, inEvil)),
  'httponly-cookie-kept': script('a=b; HttpOnly', 'a=c'),
  replaced: lines(site, 'a=b', 'a=c'),
  added: lines(site, 'a=b'),
  'removed-by-server': lines(site, 'a=b', 'a=; Max-Age=0'),
  'nothing-to-remove': lines(site, 'a=; Max-Age=0'),
  'removal-missed': lines(site, 'a=b; Path=/x', 'a=; Max-Age=0'),
  expired: (jar) => [...jar.receive('a=b; Max-Age=1', from(site)), ...jar.expire(epoch + 1000)],
  'session-over': (jar) => [...jar.receive('a=b', from(site)), ...jar.endSession()],
  'removed-by-hand': (jar) => {
    jar.receive('a=b', from(site))
    return jar.delete({ host: 'shop.example', name: 'a' })
  },
  'edited-by-hand': (jar) => {
    jar.receive('a=b', from(site))
    return jar.edit({ host: 'shop.example', name: 'a' }, 'c', epoch)
  },
  'added-by-hand': (jar) => jar.edit({ host: 'shop.example', name: 'a' }, 'b', epoch),
  'unusable-character': (jar) => jar.edit({ host: 'shop.example', name: 'a' }, 'b; Path=/', epoch),
  'evicted-low-priority': many(181, (n) => `c${n}=1; Priority=Low`),
  'evicted-not-secure': many(181, (n) => `c${n}=1`),
  'evicted-secure': many(181, (n) => `c${n}=1; Secure`),
  'evicted-partition': many(181, (n) => `c${n}=1; Secure; Partitioned`),
  'evicted-idle': () => {
    const jar = new CookieJar({ ...chromiumPolicy, limits: { ...chromiumPolicy.limits, total: 1, totalKept: 1 } })
    jar.receive('a=1', from(site))
    return jar.receive('b=1', from(site, { now: epoch + 31 * 24 * 60 * 60 * 1000 }))
  },
  'evicted-host': old(...Array.from({ length: 21 }, (_, n) => `c${n}=1`)),
  'evicted-total': () => {
    const jar = new CookieJar(rfc2109Policy)
    return Array.from({ length: 301 }, (_, n) => jar.receive('a=1', from(`http://h${n}.example/`))).flat()
  },
  'copied-by-hand': (jar) => jar.place(somebodys('a=b'), { rule: 'copied-by-hand', values: { from: 'alice' } }, epoch),
  cloned: (jar) => jar.place(somebodys('a=b'), { rule: 'cloned', values: { from: 'alice' } }, epoch),
  'tampered-signature': tampering('signature'),
  'tampered-unsign': tampering('unsign'),
  'tampered-value': tampering('value'),
  'profile-forgotten': (jar) => [...jar.receive('a=b; Max-Age=60', from(site)), ...jar.forget()],
  sent: request('a=b', site),
  'read-by-script': request('a=b', site, { httpApi: false }),
  'sent-cross-site': request('a=b; SameSite=None; Secure', site, crossSite),
  'sent-lax-navigation': request('a=b', site, crossSite),
  'sent-lax-unsafe': request('a=b', site, posted),
  'withheld-host-only': request('a=b', 'https://a.shop.example/'),
  'withheld-domain': (jar) => {
    jar.receive('a=b; Domain=a.shop.example', from('https://a.shop.example/'))
    return jar.retrieve(to(site)).decisions
  },
  'withheld-path': request('a=b; Path=/x', site),
  'withheld-secure': request('a=b; Secure', 'http://shop.example/'),
  'withheld-httponly': request('a=b; HttpOnly', site, { httpApi: false }),
  'withheld-strict': request('a=b; SameSite=Strict', site, crossSite),
  'withheld-strict-reload': request('a=b; SameSite=Strict', site, { ...crossSite, isReload: true }),
  'withheld-lax-subrequest': request('a=b', site, { ...crossSite, topLevelNavigation: false }),
  'withheld-lax-method': request('a=b; SameSite=Lax', site, posted),
  'withheld-lax-aged': request('a=b', site, { ...posted, now: epoch + 120_001 }),
  'withheld-partition': request('a=b; Secure; SameSite=None; Partitioned', site, inEvil),
  'withheld-third-party': () => {
    const jar = incognito()
    jar.receive('a=b; Secure; SameSite=None', from(site))
    return jar.retrieve(to(site, inEvil)).decisions
  },
  'withheld-cross-site-script': request('a=b', site, { ...crossSite, httpApi: false }),
}

function appliedIn(decisions: CookieDecision[] | null): AppliedRule[] {
  return (decisions ?? []).flatMap((decision) => [decision.because, ...('notes' in decision ? decision.notes : [])])
}

describe('Every rule', () => {
  test.each(Object.entries(scenarios))('%s can be met, and its words are complete in both languages', (id, run) => {
    const applied = appliedIn(run(new CookieJar())).find(({ rule }) => rule === id)
    if (applied === undefined) throw new Error(`${id} was not met`)
    const en = ruleWords(applied, 'en')
    const zh = ruleWords(applied, 'zh')
    for (const words of [en, zh]) expect(words).not.toMatch(/\{\w+\}|undefined/)
    for (const value of Object.values(applied.values ?? {})) {
      expect(en.includes(value), `${value} in: ${en}`).toBe(zh.includes(value))
    }
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(zh).toMatch(/\p{Script=Han}/u)
  })

  test.each(Object.entries(rules))('%s says where it is written down', (_, { document, section, spec, words }) => {
    expect(document).not.toBe('')
    expect(spec).toBe(new URL(spec).href)
    expect(spec.endsWith(`#section-${section}`)).toBe(true)
    const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
    expect(placeholders(words.en)).toEqual(placeholders(words.zh))
  })

  test('a value that looks like a placeholder, or like a replacement pattern, is only text', () => {
    const applied: AppliedRule = { rule: 'path-not-absolute', values: { value: '{path} $& $1', path: '/' } }
    expect(ruleWords(applied, 'en')).toContain('“{path} $& $1”')
  })

  test('a missing value stays visible', () => {
    expect(ruleWords({ rule: 'path-default' }, 'en')).toContain('{path}')
  })
})
