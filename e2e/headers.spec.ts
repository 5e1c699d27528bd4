import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './support/test'

async function headersOf(request: APIRequestContext, path: string): Promise<Record<string, string>> {
  const answer = await request.get(path)
  expect([path, answer.status()]).toEqual([path, 200])
  return answer.headers()
}

function policy(headers: Record<string, string>): Record<string, string> {
  const directives = (headers['content-security-policy'] ?? '').split(';').map((text) => text.trim().split(/\s+(.*)/))
  return Object.fromEntries(directives.map(([name = '', value = '']) => [name, value]))
}

for (const path of ['/en', '/zh', '/en/lessons/card', '/en/teach', '/en/cookies']) {
  test(`${path} keeps to itself`, async ({ request }) => {
    const headers = await headersOf(request, path)
    const csp = policy(headers)
    expect(csp['script-src']).not.toContain('unsafe-eval')
    expect(csp).toMatchObject({
      'default-src': "'self'",
      'connect-src': "'self'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
    })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('set-cookie')
  })
}

test('the worker may evaluate code, and reach nothing', async ({ request, page }) => {
  const [worker] = await Promise.all([
    page.waitForRequest(/\/runtime\/worker-[0-9a-f]+\.js$/),
    page.goto('/en/lessons/card'),
  ])
  const csp = policy(await headersOf(request, worker.url()))
  expect(csp).toEqual({ 'default-src': "'none'", 'script-src': "'unsafe-eval'" })
})

test('answers of the desk and of progress are kept by nobody', async ({ request }) => {
  expect((await request.get('/api/progress')).headers()['cache-control']).toContain('no-store')
  expect((await request.get('/api/desk/lessons')).headers()['cache-control']).toContain('no-store')
})
