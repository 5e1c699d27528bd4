import { describe, expect, test } from 'vitest'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { policyOf } from '@/lib/engine/cookies/policy'
import { epoch, from, receiveOne, rulesIn, to } from '@/lib/engine/cookies/test-contexts'

const shop = 'http://shop.example/'
const old = () => new CookieJar(policyOf({ incognito: false, browser: 'rfc2109' }))

describe('A browser of 1997', () => {
  test('shows an HttpOnly cookie to scripts: it never heard of the word', () => {
    const jar = old()
    expect(rulesIn(receiveOne(jar, 'a=1; Path=/; HttpOnly', from(shop)))).toContain('attribute-of-later')
    expect(jar.retrieve(to(shop, { httpApi: false })).header).toBe('a=1')
  })

  test('sends every cookie from everywhere, whatever SameSite says', () => {
    const jar = old()
    jar.receive('a=1; SameSite=Strict', from(shop, { sameSiteRequest: false }))
    const image = { sameSiteRequest: false, topLevelNavigation: false, topLevelSite: 'https://evil.example' }
    expect(jar.retrieve(to(shop, image)).header).toBe('a=1')
  })

  test('takes a name with a prefix for a name', () => {
    expect(receiveOne(old(), '__Host-a=1', from(shop)).kind).toBe('stored')
    expect(old().edit({ host: 'shop.example', name: '__Secure-a' }, '1', epoch)).toMatchObject([{ kind: 'stored' }])
  })

  test('takes a Secure cookie over http, and sends it over https only', () => {
    const jar = old()
    expect(receiveOne(jar, 'a=1; Secure', from(shop)).kind).toBe('stored')
    expect(receiveOne(jar, 'a=2', from(shop))).toMatchObject({ kind: 'stored', because: { rule: 'replaced' } })
    jar.receive('b=1; Secure', from('http://localhost/'))
    expect(jar.retrieve(to('http://localhost/')).header).toBeNull()
    expect(jar.retrieve(to('https://localhost/')).header).toBe('b=1')
  })

  test('caps no lifetime', () => {
    const jar = old()
    const decision = receiveOne(jar, `a=1; Max-Age=${'9'.repeat(30)}`, from(shop))
    expect(rulesIn(decision)).not.toContain('lifetime-capped')
    const [cookie] = jar.all()
    expect(new Date(cookie?.expiry ?? Number.NaN).getUTCFullYear()).toBe(275_760)
  })

  test('counts the attributes in: 4096 bytes are the whole cookie’s', () => {
    const line = (size: number) => `a=${'x'.repeat(size - '; Path=/'.length - 2)}; Path=/`
    expect(receiveOne(old(), line(4096), from(shop)).kind).toBe('stored')
    expect(receiveOne(old(), line(4097), from(shop))).toMatchObject({
      kind: 'refused',
      because: { rule: 'line-too-large', values: { size: '4097', limit: '4096' } },
    })
  })

  test('keeps of a cookie that is copied into it what it knows', () => {
    const today = new CookieJar()
    today.receive('a=1; Secure; HttpOnly; SameSite=None; Priority=High; Partitioned', from('https://shop.example/'))
    const [cookie] = today.all()
    if (cookie === undefined) throw new Error('refused')
    const jar = old()
    jar.place(cookie, { rule: 'copied-by-hand', values: { from: 'alice' } }, epoch)
    const { priority: _priority, partition: _partition, ...rest } = cookie
    expect(jar.all()).toEqual([{ ...rest, httpOnly: false, sameSite: 'Default' }])
  })
})
