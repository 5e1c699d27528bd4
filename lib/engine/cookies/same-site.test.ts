import { describe, expect, test } from 'vitest'
import { isPublicSuffix, siteOf } from '@/lib/engine/cookies/public-suffix'
import { isSameSite } from '@/lib/engine/cookies/same-site'

describe('2.3 Public suffixes and registrable domains', () => {
  test.each([
    ['com', true],
    ['com.', true],
    ['co.uk', true],
    ['github.io', true],
    ['example', true],
    ['localhost', true],
    ['shop.example', false],
    ['127.0.0.1', false],
    ['[::1]', false],
  ])('%s is a public suffix: %s', (domain, expected) => {
    expect(isPublicSuffix(domain)).toBe(expected)
  })

  test.each([
    ['a.b.shop.example', 'shop.example'],
    ['shop.example', 'shop.example'],
    ['alice.github.io', 'alice.github.io'],
    ['a.alice.github.io', 'alice.github.io'],
    ['github.io', 'github.io'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
  ])('the site of %s is %s', (host, site) => {
    expect(siteOf(host)).toBe(site)
  })

  test('more hosts than are remembered are still answered right', () => {
    const wrong = Array.from({ length: 2500 }, (_, i) => `a.shop${i}.example`).filter(
      (host) => siteOf(host) !== host.slice(2),
    )
    expect(wrong).toEqual([])
    expect(siteOf('a.shop0.example')).toBe('shop0.example')
  })
})

describe('5.2 "Same-site" and "cross-site" Requests', () => {
  test.each([
    ['http://shop.example/', 'http://shop.example/cart', true],
    ['http://shop.example/', 'http://a.shop.example/', true],
    ['http://a.shop.example/', 'http://b.shop.example/', true],
    ['http://localhost:9090/', 'http://localhost:9091/', true],
    ['http://127.0.0.1/', 'http://127.0.0.1:81/', true],
    ['http://shop.example/', 'https://shop.example/', false],
    ['http://shop.example/', 'http://evil.example/', false],
    ['http://alice.github.io/', 'http://bob.github.io/', false],
    ['http://localhost/', 'http://127.0.0.1/', false],
    ['http://127.0.0.1/', 'http://127.0.0.2/', false],
    ['data:,x', 'data:,x', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSameSite(new URL(a), new URL(b))).toBe(expected)
    expect(isSameSite(new URL(b), new URL(a))).toBe(expected)
  })
})
