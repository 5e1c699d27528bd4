import { describe, expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { CARD, LOGIN } from '@/lib/runtime/experiments/login'
import { cookieHeader, setCookies } from '@/lib/runtime/experiments/seen'
import { alice, bodies, log, visit } from '@/lib/runtime/test-support'

/** Both of the course's programs call their cookie connect.sid, and ports do not separate cookies (RFC 6265bis 8.5). */
const BOTH: Record<string, string> = {
  ...LOGIN,
  'server.js': "require('./card')\nrequire('./login')\n",
  'card.js': CARD,
  'login.js': LOGIN['server.js'] ?? '',
}

const card = visit('http://localhost:9090/')
const login = visit('http://localhost:8080/login?username=zhangsan')
const user = visit('http://localhost:8080/user')

function run(files: Record<string, string>, ...story: readonly Action[]): Promise<readonly Event[]> {
  return log(files, [alice, ...story])
}

function named(card: string, login: string, secure: boolean): Record<string, string> {
  const more = secure ? `name: '${login}', cookie: { secure: true }, proxy: true,` : `name: '${login}',`
  return {
    ...BOTH,
    'card.js': CARD.replace("'connect.sid'", `'${card}'`).replace(
      'res.cookie(SESSION_KEY,id)',
      `res.cookie(SESSION_KEY,id,{secure:${secure}})`,
    ),
    'login.js': (LOGIN['server.js'] ?? '').replace("secret: 'zfpx',", `secret: 'zfpx', ${more}`),
  }
}

describe('two programs on two ports of localhost', () => {
  test('alone, each remembers', async () => {
    expect(bodies(await run(BOTH, card, card)).at(-1)).toContain('你卡上还剩90')
    expect(bodies(await run(BOTH, login)).at(-1)).toContain('欢迎 zhangsan')
  })

  test('together, each visit wipes out what the other remembered', async () => {
    const events = await run(BOTH, card, login, card, user)
    // 1 the card, 2 the login, 3 the page it redirects to, 4 the card again, 5 the user's page again.
    expect(cookieHeader(events, 2)).toBe(setCookies(events, 1)[0]?.split(';')[0])
    expect(bodies(events)[3]).toContain('欢迎你新顾客')
    expect(setCookies(events, 4)).toHaveLength(1)
    expect(bodies(events)[4]).not.toContain('zhangsan')
    expect(setCookies(events, 5)).toHaveLength(1)
  })

  test('names of their own keep them apart', async () => {
    const events = await run(named('card', 'login', false), card, login, card, user)
    expect(bodies(events)[3]).toContain('你卡上还剩90')
    expect(bodies(events)[4]).toContain('欢迎 zhangsan')
  })

  test('__Host- binds a cookie to the host, not to the port', async () => {
    const both = named('__Host-sid', '__Host-sid', true)
    const proxied = { ...login, headers: [['X-Forwarded-Proto', 'https'] as const] }
    const events = await run(both, card, proxied, card)
    expect(setCookies(events, 1)).toMatchObject([expect.stringMatching(/^__Host-sid=.*Secure/)])
    expect(setCookies(events, 2)).toMatchObject([expect.stringMatching(/^__Host-sid=.*Secure/)])
    expect(bodies(events).at(-1)).toContain('欢迎你新顾客')
  })
})
