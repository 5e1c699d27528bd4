import { describe, expect, test } from 'vitest'
import { CookieJar } from '@/lib/engine/cookies/jar'
import type { CookieRuleId } from '@/lib/engine/cookies/rules'
import { from, receiveOne } from '@/lib/engine/cookies/test-contexts'

function refusal(line: string, url = 'https://site.example/'): CookieRuleId | null {
  const decision = receiveOne(new CookieJar(), line, from(url))
  return decision.kind === 'refused' ? decision.because.rule : null
}

describe('5.4 Cookie Name Prefixes, the section’s own examples', () => {
  test.each([
    '__Secure-SID=12345; Domain=site.example',
    '__secure-SID=12345; Domain=site.example',
    '__SECURE-SID=12345; Domain=site.example',
  ])('%s is rejected', (line) => {
    expect(refusal(line)).toBe('prefix-secure')
  })

  test.each([
    '__Host-SID=12345',
    '__host-SID=12345; Secure',
    '__host-SID=12345; Domain=site.example',
    '__HOST-SID=12345; Domain=site.example; Path=/',
    '__Host-SID=12345; Secure; Domain=site.example; Path=/',
    '__host-SID=12345; Secure; Domain=site.example; Path=/',
    '__HOST-SID=12345; Secure; Domain=site.example; Path=/',
  ])('%s is rejected', (line) => {
    expect(refusal(line)).toBe('prefix-host')
  })

  test.each([
    '__Secure-SID=12345; Domain=site.example; Secure',
    '__secure-SID=12345; Domain=site.example; Secure',
    '__SECURE-SID=12345; Domain=site.example; Secure',
    '__Host-SID=12345; Secure; Path=/',
    '__host-SID=12345; Secure; Path=/',
    '__HOST-SID=12345; Secure; Path=/',
  ])('%s is accepted', (line) => {
    expect(refusal(line)).toBeNull()
  })
})

describe('5.7 steps 20 to 22', () => {
  test.each<[string, CookieRuleId | null]>([
    ['__Host-a=b; Secure; Path=/x', 'prefix-host'],
    ['__Host-a=b; Secure; Path=', null],
    ['__Host-=b', 'prefix-host'],
    ['__Host=b', null],
    ['_Host-a=b', null],
    ['a__Host-=b', null],
    ['a=__Host-b', null],
    ['__Hoſt-a=b', null],
    ['=__Host-a=b', 'prefix-in-value'],
    ['__secure-a', 'prefix-in-value'],
    ['=  __HOST-HTTP-a', 'prefix-in-value'],
    ['=__Http-a=b; Secure; HttpOnly; Path=/', 'prefix-in-value'],
    ['=_Host-a', null],
  ])('%s: %s', (line, rule) => {
    expect(refusal(line)).toBe(rule)
  })

  test('from plain http, Secure itself is the reason', () => {
    expect(refusal('__Secure-a=b; Secure', 'http://site.example/')).toBe('secure-needs-https')
    expect(refusal('__Host-a=b; Secure; Path=/', 'http://localhost/')).toBeNull()
  })

  test('two spellings are two cookies', () => {
    const jar = new CookieJar()
    jar.receive('__Secure-foo=bar; Secure', from('https://site.example/'))
    jar.receive('__secure-foo=baz; Secure', from('https://site.example/'))
    expect(jar.all()).toHaveLength(2)
  })
})

describe('Layered Cookies 4.1.3.3 and 4.1.3.4: the Http prefixes', () => {
  test.each<[string, CookieRuleId | null]>([
    ['__Http-a=b; Secure; HttpOnly', null],
    ['__Http-a=b; Secure; HttpOnly; Domain=site.example; Path=/x', null],
    ['__Http-a=b; Secure', 'prefix-http'],
    ['__http-a=b; HttpOnly', 'prefix-http'],
    ['__Host-Http-a=b; Secure; HttpOnly; Path=/', null],
    ['__Host-Http-a=b; Secure; Path=/', 'prefix-host-http'],
    ['__HOST-http-a=b; Secure; HttpOnly', 'prefix-host-http'],
    ['__Host-Http-a=b; Secure; HttpOnly; Path=/; Domain=site.example', 'prefix-host-http'],
    ['__Host-Http=b; Secure; Path=/', null],
  ])('%s: %s', (line, rule) => {
    expect(refusal(line)).toBe(rule)
  })
})
