import { describe, expect, test } from 'vitest'
import { domainMatches } from '@/lib/engine/cookies/domain-match'

describe('5.1.3 Domain Matching', () => {
  test.each([
    ['shop.example', 'shop.example', true],
    ['a.shop.example', 'shop.example', true],
    ['a.b.shop.example', 'shop.example', true],
    ['shop.example', 'a.shop.example', false],
    ['barbershop.example', 'shop.example', false],
    ['shop.example.', 'shop.example', false],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '0.0.1', false],
    ['localhost', 'localhost', true],
  ])('%s matches %s: %s', (host, domain, expected) => {
    expect(domainMatches(host, domain)).toBe(expected)
  })
})
