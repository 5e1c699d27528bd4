import { describe, expect, test } from 'vitest'
import { defaultPath, pathMatches } from '@/lib/engine/cookies/path-match'

describe('5.1.4 Paths and Path-Match', () => {
  test.each([
    ['', '/'],
    ['no-slash', '/'],
    ['/', '/'],
    ['/cart', '/'],
    ['/shop/cart', '/shop'],
    ['/shop/', '/shop'],
    ['/shop/cart/', '/shop/cart'],
    ['//', '/'],
  ])('the default-path of %j is %s', (requested, expected) => {
    expect(defaultPath(requested)).toBe(expected)
  })

  test.each([
    ['/', '/', true],
    ['/shop', '/', true],
    ['/shop', '/shop', true],
    ['/shop/', '/shop', true],
    ['/shop/cart', '/shop', true],
    ['/shop/cart', '/shop/', true],
    ['/shop', '/shop/', false],
    ['/shopping', '/shop', false],
    ['/Shop', '/shop', false],
    ['/', '/shop', false],
    ['/sh%6Fp', '/shop', false],
  ])('%s lies under %s: %s', (requested, path, expected) => {
    expect(pathMatches(requested, path)).toBe(expected)
  })
})
