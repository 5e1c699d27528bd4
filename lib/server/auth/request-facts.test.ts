import { describe, expect, it } from 'vitest'
import { addressOf, isFromOurPages, isHttps } from '@/lib/server/auth/request-facts'

const ours = { host: 'school.example:3000' }
const ask = (headers: Record<string, string>) => isFromOurPages(new Headers({ ...ours, ...headers }))

describe('a request that changes something', () => {
  it.each([
    { origin: 'http://school.example:3000' },
    { referer: 'http://school.example:3000/zh/teach' },
    { origin: 'https://learn.example', 'x-forwarded-host': 'learn.example', 'x-forwarded-proto': 'https' },
  ])('may come from %o', (headers) => expect(ask(headers)).toBe(true))

  it.each([
    {},
    { origin: 'null' },
    { origin: '' },
    { origin: 'http://evil.example' },
    { origin: 'http://school.example' },
    { origin: 'https://school.example:3000' },
    { origin: 'http://school.example:3000.evil.example' },
    { origin: 'http://evil.example', referer: 'http://school.example:3000/' },
    { referer: 'http://evil.example/?http://school.example:3000/' },
    { origin: 'file://' },
  ])('may not come from %o', (headers) => expect(ask(headers)).toBe(false))
})

it('knows who asks and how from what the proxy wrote, the first of several', () => {
  const headers = new Headers({ 'x-forwarded-for': '203.0.113.7, 10.0.0.1', 'x-forwarded-proto': 'https,http' })
  expect(addressOf(headers)).toBe('203.0.113.7')
  expect(isHttps(headers)).toBe(true)
  expect(addressOf(new Headers())).toBe('unknown')
  expect(isHttps(new Headers())).toBe(false)
})
