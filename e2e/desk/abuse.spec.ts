import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { sealData } from 'iron-session'
import { type DeskServer, PASSWORD, SECRET } from './desk-server'
import { expect, test } from './fixtures'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

const COOKIE = 'barbershop-desk'
const SESSION = { v: 1, id: 'made-up', at: Date.now() }

interface Ask {
  readonly method?: string
  readonly origin?: string | null
  readonly cookie?: string
  readonly body?: unknown
}

function ask(
  request: APIRequestContext,
  desk: DeskServer,
  path: string,
  { method = 'GET', origin, cookie, body }: Ask = {},
): Promise<APIResponse> {
  return request.fetch(`${desk.origin}/api/desk/${path}`, {
    method,
    maxRedirects: 0,
    headers: {
      ...(origin === null ? {} : { Origin: origin ?? desk.origin }),
      ...(cookie === undefined ? {} : { Cookie: `${COOKIE}=${cookie}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { data: typeof body === 'string' ? Buffer.from(body) : body }),
  })
}

async function signIn(request: APIRequestContext, desk: DeskServer, address?: string): Promise<string> {
  const answer = await request.post(`${desk.origin}/api/desk/sign-in`, {
    headers: { Origin: desk.origin, ...(address ? { 'X-Forwarded-For': address } : {}) },
    data: { password: PASSWORD },
  })
  expect(answer.status()).toBe(200)
  return /barbershop-desk=([^;]*)/.exec(answer.headers()['set-cookie'] ?? '')?.[1] ?? ''
}

async function revision(request: APIRequestContext, desk: DeskServer, cookie: string) {
  const lesson: { revision: string; files: Record<string, string> } = await (
    await ask(request, desk, 'lessons/card', { cookie })
  ).json()
  return lesson
}

const EVERYTHING = [
  ['GET', 'lessons'],
  ['POST', 'lessons'],
  ['GET', 'lessons/card'],
  ['PUT', 'lessons/card'],
  ['DELETE', 'lessons/card'],
  ['GET', 'lessons/card/history'],
  ['GET', 'lessons/card/history/x'],
  ['POST', 'lessons/card/restore'],
  ['POST', 'lessons/card/rename'],
  ['POST', 'lessons/card/duplicate'],
  ['DELETE', 'lessons/card/draft'],
  ['POST', 'sign-out'],
] as const

test.use({ storageState: { cookies: [], origins: [] } })

test('nobody gets in without a sign-in: no cookie, forged, tampered with, of another secret, expired', async ({
  request,
  desk,
}) => {
  const good = await signIn(request, desk)
  const cookies = [
    undefined,
    'x',
    'Fe26.2**',
    good.slice(0, -5),
    good.replace(/\*..../, '*AAAA'),
    await sealData(SESSION, { password: 'another secret that is long enough too', ttl: 0 }),
    await sealData({ ...SESSION, v: 2 }, { password: SECRET, ttl: 0 }),
    await sealData({ done: {} }, { password: SECRET, ttl: 0 }),
    await expired(),
  ]
  for (const cookie of cookies) {
    for (const [method, path] of EVERYTHING) {
      const answer = await ask(request, desk, path, {
        method,
        ...(cookie === undefined ? { cookie: '' } : { cookie }),
        body: method === 'GET' ? undefined : {},
      })
      expect([method, path, answer.status()]).toEqual([method, path, 401])
    }
  }
})

/** A seal whose time was over before it was made. */
async function expired(): Promise<string> {
  const now = Date.now
  Date.now = () => now() - 13 * 60 * 60 * 1000
  try {
    return await sealData(SESSION, { password: SECRET, ttl: 12 * 60 * 60 })
  } finally {
    Date.now = now
  }
}

test('changes come from our own pages only', async ({ request, desk }) => {
  const cookie = await signIn(request, desk)
  for (const origin of [
    null,
    'null',
    'http://evil.example',
    `${desk.origin}.evil.example`,
    desk.origin.replace('http:', 'https:'),
  ]) {
    for (const [method, path] of EVERYTHING.filter(([method]) => method !== 'GET')) {
      const answer = await ask(request, desk, path, { method, cookie, origin, body: {} })
      expect([origin, method, path, answer.status()]).toEqual([origin, method, path, 403])
    }
    const answer = await ask(request, desk, 'sign-in', { method: 'POST', origin, body: { password: PASSWORD } })
    expect(answer.status()).toBe(403)
  }
})

test('nothing is written outside of the lesson, whatever the path', async ({ request, desk }) => {
  const cookie = await signIn(request, desk)
  const { revision: base, files } = await revision(request, desk, cookie)
  const before = await readdir(join(desk.lessons, '..'))
  for (const path of [
    '../escaped.md',
    '../../escaped.md',
    '/tmp/barbershop-escaped.md',
    'start/../../escaped.md',
    'start/..\\..\\escaped.md',
    'start/%2e%2e/escaped.md',
    'start/\u0000escaped.js',
    'start/e\u0301scaped.js',
    'start/\u202eescaped.js',
    'START/escaped.js',
    'start/CON',
    'start/aux.js',
    '.history/escaped.json',
    'start/.env',
    'en.md/escaped.js',
  ]) {
    const answer = await ask(request, desk, 'lessons/card', {
      method: 'PUT',
      cookie,
      body: { base, files: { ...files, [path]: 'x' }, publish: true },
    })
    expect([path, answer.status(), (await answer.json()).error]).toEqual([path, 422, 'bad-files'])
  }
  for (const slug of ['..', '../..', '..%2f..%2fetc', '.history', '%00', 'card%2f..']) {
    const answer = await ask(request, desk, `lessons/${encodeURIComponent(slug)}`, {
      method: 'PUT',
      cookie,
      body: { base, files, publish: true },
    })
    // Next itself leads addresses with dots to others, which it does not find either.
    expect([slug, [308, 400, 404].includes(answer.status())]).toEqual([slug, true])
  }
  for (const slug of ['../x', 'X', 'a b', 'é', '']) {
    const answer = await ask(request, desk, 'lessons', { method: 'POST', cookie, body: { slug, number: '09' } })
    expect([slug, answer.status(), (await answer.json()).error]).toEqual([slug, 422, 'bad-slug'])
  }
  expect(await readdir(join(desk.lessons, '..'))).toEqual(before)
  expect(existsSync('/tmp/barbershop-escaped.md')).toBe(false)
  expect((await readdir(desk.lessons)).filter((name) => !name.startsWith('.'))).toEqual(['03-card'])
})

test('bodies of 10 MB and other nonsense are refused', async ({ request, desk }) => {
  const cookie = await signIn(request, desk)
  const large = JSON.stringify({ base: '', files: { 'zh.md': 'x'.repeat(10 * 1024 * 1024) }, publish: true })
  expect((await ask(request, desk, 'lessons/card', { method: 'PUT', cookie, body: large })).status()).toBe(413)
  expect((await ask(request, desk, 'sign-in', { method: 'POST', body: { password: 'x'.repeat(5000) } })).status()).toBe(
    413,
  )
  for (const body of ['', '{', 'null', '[]', '{"base":1}', '{"base":"","files":{"zh.md":7},"publish":true}']) {
    expect([body, (await ask(request, desk, 'lessons/card', { method: 'PUT', cookie, body })).status()]).toEqual([
      body,
      400,
    ])
  }
  expect((await ask(request, desk, 'lessons/card', { cookie })).status()).toBe(200)
})

test('many saves at once: one is published, none is torn, none is lost', async ({ request, desk }) => {
  const cookie = await signIn(request, desk)
  const { revision: base, files } = await revision(request, desk, cookie)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      ask(request, desk, 'lessons/card', {
        method: 'PUT',
        cookie,
        body: {
          base,
          publish: true,
          files: {
            ...files,
            'en.md': `${files['en.md']}\nVersion ${index}.\n`,
            'zh.md': `${files['zh.md']}\n第 ${index} 版。\n`,
          },
        },
      }).then(async (answer) => (await answer.json()).outcome),
    ),
  )
  expect(answers.filter((outcome) => outcome === 'published')).toHaveLength(1)
  expect(answers.filter((outcome) => outcome === 'conflict')).toHaveLength(19)
  const won = answers.indexOf('published')
  expect(await readFile(join(desk.lessons, '03-card/en.md'), 'utf8')).toContain(`Version ${won}.`)
  expect(await readFile(join(desk.lessons, '03-card/zh.md'), 'utf8')).toContain(`第 ${won} 版。`)
})

test('signing out ends copies of the cookie, too', async ({ request, desk }) => {
  const cookie = await signIn(request, desk)
  const other = await signIn(request, desk)
  expect((await ask(request, desk, 'sign-out', { method: 'POST', cookie, body: { everywhere: false } })).status()).toBe(
    200,
  )
  expect((await ask(request, desk, 'lessons', { cookie })).status()).toBe(401)
  expect((await ask(request, desk, 'lessons', { cookie: other })).status()).toBe(200)
})

test('the cookie says no more than it has to', async ({ request, desk }) => {
  const answer = await request.post(`${desk.origin}/api/desk/sign-in`, {
    headers: { Origin: desk.origin },
    data: { password: PASSWORD },
  })
  const line = answer.headers()['set-cookie'] ?? ''
  expect(line).toMatch(/HttpOnly/i)
  expect(line).toMatch(/SameSite=lax/i)
  expect(line).toMatch(/Max-Age=43200/)
  expect(line).not.toMatch(/Secure/i)
  expect(line).not.toContain(PASSWORD)
})

test('200 wrong passwords: nobody is let in, and each further guess has to wait', async ({ request, desk }) => {
  const seen = new Map<number, number>()
  for (let guess = 0; guess < 200; guess++) {
    const answer = await request.post(`${desk.origin}/api/desk/sign-in`, {
      headers: { Origin: desk.origin },
      data: { password: `guess ${guess}` },
    })
    seen.set(answer.status(), (seen.get(answer.status()) ?? 0) + 1)
    if (answer.status() === 429) expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
  }
  expect([...seen.keys()].sort()).toEqual([401, 429])
  expect(seen.get(401)).toBeLessThan(15)
  // A made-up address does not help: without a proxy that is trusted, nobody looks at it.
  const answer = await request.post(`${desk.origin}/api/desk/sign-in`, {
    headers: { Origin: desk.origin, 'X-Forwarded-For': '203.0.113.99' },
    data: { password: PASSWORD },
  })
  expect(answer.status()).toBe(429)
})
