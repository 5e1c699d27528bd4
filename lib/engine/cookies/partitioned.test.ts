import { describe, expect, test } from 'vitest'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { chromiumPolicy, policyOf } from '@/lib/engine/cookies/policy'
import { from, receiveOne, rulesIn, to } from '@/lib/engine/cookies/test-contexts'

const shop = 'https://shop.example/'
/** A request that an image in another site's page makes. */
const inEvil = { sameSiteRequest: false, topLevelNavigation: false, topLevelSite: 'https://evil.example' }
const LINE = 'a=1; Path=/; Secure; SameSite=None'

describe('CHIPS: partitioned cookies', () => {
  test('one belongs to the site of the page in the window', () => {
    const jar = new CookieJar()
    const inside = receiveOne(jar, `${LINE}; Partitioned`, from(shop, inEvil))
    expect(inside).toMatchObject({ kind: 'stored', cookie: { partition: 'https://evil.example' } })
    expect(rulesIn(inside)).toContain('partitioned')
    expect(receiveOne(jar, `${LINE}; Partitioned`, from(shop))).toMatchObject({
      cookie: { partition: 'https://shop.example' },
    })
  })

  test('the same name in another partition is another cookie', () => {
    const jar = new CookieJar()
    jar.receive(`${LINE}; Partitioned`, from(shop, inEvil))
    jar.receive(`${LINE.replace('1', '2')}; Partitioned`, from(shop))
    jar.receive(LINE.replace('1', '3'), from(shop))
    expect(jar.retrieve(to(shop)).header).toBe('a=2; a=3')
    expect(jar.retrieve(to(shop, inEvil)).header).toBe('a=1; a=3')
  })

  test('elsewhere it stays behind, and says why', () => {
    const jar = new CookieJar()
    jar.receive(`${LINE}; Partitioned`, from(shop))
    const { header, decisions } = jar.retrieve(to(shop, inEvil))
    expect(header).toBeNull()
    expect(decisions).toMatchObject([
      {
        kind: 'withheld',
        because: {
          rule: 'withheld-partition',
          values: { partition: 'https://shop.example', top: 'https://evil.example' },
        },
      },
    ])
  })

  test('sent, it stays what it is', () => {
    const jar = new CookieJar()
    jar.receive(`${LINE}; Partitioned; Priority=High`, from(shop))
    const [before] = jar.all()
    jar.retrieve(to(shop))
    expect(jar.all()).toEqual([before])
  })

  test('it needs Secure', () => {
    expect(receiveOne(new CookieJar(), 'a=1; Partitioned', from(shop))).toMatchObject({
      kind: 'refused',
      because: { rule: 'partitioned-needs-secure' },
    })
  })

  test('only a line that is Partitioned too deletes it, from the same partition', () => {
    const jar = new CookieJar()
    jar.receive(`${LINE}; Partitioned`, from(shop, inEvil))
    const deletion = `${LINE}; Max-Age=0`
    expect(receiveOne(jar, deletion, from(shop, inEvil)).because).toEqual({
      rule: 'removal-missed',
      values: { name: 'a', where: 'shop.example/', other: 'shop.example/ [https://evil.example]' },
    })
    expect(receiveOne(jar, `${deletion}; Partitioned`, from(shop)).because.rule).toBe('removal-missed')
    expect(receiveOne(jar, `${deletion}; Partitioned`, from(shop, inEvil)).kind).toBe('removed')
  })
})

describe('7.1: third-party cookies', () => {
  const incognito = policyOf({ incognito: true, browser: 'today' })

  test('an ordinary window lets SameSite=None through', () => {
    const jar = new CookieJar(chromiumPolicy)
    expect(receiveOne(jar, LINE, from(shop, inEvil)).kind).toBe('stored')
    expect(jar.retrieve(to(shop, inEvil)).header).toBe('a=1')
  })

  test('an incognito window neither takes nor sends them', () => {
    const jar = new CookieJar(incognito)
    expect(receiveOne(jar, LINE, from(shop, inEvil))).toMatchObject({
      kind: 'refused',
      because: { rule: 'third-party-refused', values: { top: 'https://evil.example' } },
    })
    jar.receive(LINE, from(shop))
    expect(jar.retrieve(to(shop, inEvil))).toMatchObject({
      header: null,
      decisions: [{ kind: 'withheld', because: { rule: 'withheld-third-party' } }],
    })
  })

  test('an incognito window does take and send partitioned ones, and those of the page’s own site', () => {
    const jar = new CookieJar(incognito)
    expect(receiveOne(jar, `${LINE}; Partitioned`, from(shop, inEvil)).kind).toBe('stored')
    expect(jar.retrieve(to(shop, inEvil)).header).toBe('a=1')
    const ownImage = { topLevelNavigation: false, topLevelSite: 'https://shop.example' }
    expect(receiveOne(jar, 'own=1', from(`${shop}image`, ownImage)).kind).toBe('stored')
    expect(jar.retrieve(to(`${shop}image`, ownImage)).header).toBe('own=1')
  })

  test('a link from another site opens the page itself, so its cookies are no third party’s', () => {
    const jar = new CookieJar(incognito)
    jar.receive('a=1; SameSite=Lax', from(shop))
    expect(jar.retrieve(to(shop, { sameSiteRequest: false })).header).toBe('a=1')
  })

  test('what SameSite holds back is told by its own rule', () => {
    const jar = new CookieJar(incognito)
    jar.receive('a=1; SameSite=Lax', from(shop))
    expect(jar.retrieve(to(shop, inEvil)).decisions).toMatchObject([{ because: { rule: 'withheld-lax-subrequest' } }])
  })
})
