import { describe, expect, test } from 'vitest'
import { type Route, route } from '@/lib/engine/network/hosts'

const direct = (port: number): Route => ({ kind: 'port', port, viaProxy: false })
const refused: Route = { kind: 'refused' }
const unknown: Route = { kind: 'unknown-host' }

describe('route', () => {
  test.each<[string, Route]>([
    ['http://localhost:9090/', direct(9090)],
    ['http://127.0.0.1:8080/', direct(8080)],
    ['http://[::1]:8080/', direct(8080)],
    ['http://localhost/', refused],
    ['https://localhost:9090/', refused],
    ['http://shop.example/', direct(9090)],
    ['https://shop.example/', { kind: 'port', port: 9090, viaProxy: true }],
    ['https://a.shop.example/', { kind: 'port', port: 9090, viaProxy: true }],
    ['http://shop.example:8080/', direct(8080)],
    ['https://shop.example:8080/', refused],
    ['http://shop.example:1234/', refused],
    ['https://evil.example/steal', refused],
    ['http://cdn.evil.example/', refused],
    ['http://notevil.example/', unknown],
    ['https://example.com/', unknown],
  ])('%s', (url, expected) => {
    expect(route(new URL(url), [9090, 8080])).toEqual(expected)
  })

  test('while nothing listens, the shop refuses', () => {
    expect(route(new URL('https://shop.example/'), [])).toEqual(refused)
  })
})
