import { expect, it } from 'vitest'
import { isEncrypted, otherSchemeAddress } from './scheme'

it.each([
  [null, 'https://shop.example/'],
  ['http://localhost:9090/user?a=1#top', 'https://shop.example/user?a=1'],
  ['http://shop.example/user', 'https://shop.example/user'],
  ['http://a.shop.example/', 'https://a.shop.example/'],
  ['https://shop.example/user', 'http://shop.example/user'],
  ['no address', 'https://shop.example/'],
])('%s has its counterpart at %s', (url, other) => {
  expect(otherSchemeAddress(url)).toBe(other)
})

it('is told by the scheme', () => {
  expect([null, 'http://shop.example/', 'https://shop.example/'].map(isEncrypted)).toEqual([false, false, true])
})
