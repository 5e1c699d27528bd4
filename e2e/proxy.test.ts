import { unstable_doesMiddlewareMatch as doesMatch } from 'next/experimental/testing/server.js'
import { expect, it, vi } from 'vitest'
import { config } from '@/proxy'

// It wants to be bundled; which addresses come to it at all is our own concern.
vi.mock('next-intl/middleware', () => ({ default: () => null }))

const comes = (url: string, basePath = '') => doesMatch({ config, nextConfig: { basePath }, url })

it.each(['/', '/en', '/teach', '/zh/lessons/card'])('%s is led to a language', (path) => {
  expect(comes(path)).toBe(true)
})

it.each(['', '/teach', '/zh/lessons/card'])('so is /barbershop%s where the site lies under that path', (path) => {
  expect(comes(`/barbershop${path}`, '/barbershop')).toBe(true)
})

it.each(['/api/progress', '/_next/static/x', '/runtime/worker.js', '/icon.svg'])('%s is not', (path) => {
  expect(comes(path)).toBe(false)
  expect(comes(`/barbershop${path}`, '/barbershop')).toBe(false)
})
