import { describe, expect, test } from 'vitest'
import type { Event } from '@/lib/engine/trace/event'
import { loginWith } from '@/lib/runtime/experiments/login'
import { setCookies } from '@/lib/runtime/experiments/seen'
import { alice, bodies, log, only, visit } from '@/lib/runtime/test-support'

/** `secure` asks whether the connection is https as the program sees it: behind a proxy that is a matter of trust. */
const LOCAL = 'http://localhost:8080'
const PROXIED = 'https://shop.example'

function program(cookie: string, ...more: readonly (readonly [string, string])[]): Record<string, string> {
  return loginWith(['resave: true', `resave: true, cookie: { secure: ${cookie} }`], ...more)
}

const trusting = ["app.set('views', __dirname);", "app.set('views', __dirname); app.set('trust proxy', 1);"] as const
const proxyOption = ['resave: true', 'proxy: true, resave: true'] as const

function run(files: Record<string, string>, origin: string): Promise<readonly Event[]> {
  return log(files, [alice, visit(`${origin}/login?username=zhangsan`), visit(`${origin}/user`)])
}

/** Whether the login is remembered at the next request. */
function sticks(events: readonly Event[]): boolean {
  return bodies(events).at(-1)?.includes('欢迎 zhangsan') ?? false
}

describe('secure: true', () => {
  test.each([
    ['over http', LOCAL],
    ['over https, behind a proxy that nobody told it of', PROXIED],
  ])('%s: a row, no Set-Cookie, and the login never sticks', async (_, origin) => {
    const events = await run(program('true'), origin)
    expect(only(events, 'request-sent').flatMap(({ exchange }) => setCookies(events, exchange))).toEqual([])
    expect(only(events, 'row-set').some(({ store, exchange }) => store.kind === 'memory' && exchange === 1)).toBe(true)
    expect(sticks(events)).toBe(false)
  })

  test.each([
    ['trust proxy', program('true', trusting)],
    ['proxy: true', program('true', proxyOption)],
  ])('with %s and X-Forwarded-Proto: https there is a Secure cookie, and the login sticks', async (_, files) => {
    const events = await run(files, PROXIED)
    expect(setCookies(events, 1)).toMatchObject([expect.stringMatching(/^connect\.sid=.*; Secure/)])
    expect(sticks(events)).toBe(true)
    // Over plain http nothing changed.
    expect(sticks(await run(files, LOCAL))).toBe(false)
  })
})

test("secure: 'auto' follows the connection", async () => {
  const files = program("'auto'", trusting)
  const [plain, proxied] = [await run(files, LOCAL), await run(files, PROXIED)]
  expect(setCookies(plain, 1)).toMatchObject([expect.not.stringContaining('Secure')])
  expect(setCookies(proxied, 1)).toMatchObject([expect.stringContaining('; Secure')])
  expect([plain, proxied].map(sticks)).toEqual([true, true])
})
