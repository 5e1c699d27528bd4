import { describe, expect, test } from 'vitest'
import { canonicalHost, canonicalHostName, isIpAddress, isLoopback } from '@/lib/engine/cookies/canonical-host'

describe('5.1.2 Canonicalized Host Names', () => {
  test.each([
    ['http://Shop.Example/', 'shop.example'],
    ['http://shop.example:8080/', 'shop.example'],
    ['http://bücher.example/', 'xn--bcher-kva.example'],
    ['http://127.1/', '127.0.0.1'],
    ['http://[0:0::1]/', '[::1]'],
    ['http://my_shop.example/', 'my_shop.example'],
    ['http://shop.example./', 'shop.example.'],
    ['http://shop..example/', null],
    ['http://shop.example../', null],
    ['data:text/plain,x', null],
  ])('%s is %s', (url, host) => {
    expect(canonicalHost(new URL(url))).toBe(host)
  })

  test.each([
    ['localhost:9090', 'localhost'],
    ['SHOP.example', 'shop.example'],
    ['no host', null],
    ['', null],
  ])('typed: %j is %s', (typed, host) => {
    expect(canonicalHostName(typed)).toBe(host)
  })

  test.each([
    ['127.0.0.1', true],
    ['[::1]', true],
    ['1.2.3.example', false],
    ['localhost', false],
  ])('%s is an IP address: %s', (host, expected) => {
    expect(isIpAddress(host)).toBe(expected)
  })

  test.each([
    ['localhost', true],
    ['localhost.', true],
    ['a.localhost', true],
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['[::1]', true],
    ['notlocalhost', false],
    ['localhost.example', false],
    ['127.0.0.1.example', false],
    ['128.0.0.1', false],
  ])('%s is loopback: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected)
  })
})
