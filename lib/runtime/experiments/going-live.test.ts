import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { edited, GOING_LIVE } from '@/lib/runtime/experiments/login-programs'
import { setCookies } from '@/lib/runtime/experiments/seen'
import { alice, bodies, EPOCH, log, only, visit } from '@/lib/runtime/test-support'

/** What happens to a login behind a slow store, behind a proxy, and beside another program. */
const HERE = 'http://localhost:8080'
const LIVE = 'https://shop.example'
const CARDS = visit('http://localhost:9090/')
const login = (site: string): Action =>
  visit(`${site}/login`, { method: 'POST', body: 'username=alice&password=scissors' })
const me = (site: string) => visit(`${site}/me`)

describe('a redirect before the session is stored', () => {
  it('is followed while the store still writes: nobody is logged in at first sight', async () => {
    const events = await log(GOING_LIVE, [alice, login(HERE), me(HERE)])
    expect(bodies(events).slice(1)).toEqual(['你还没有登录', '你好，alice'])

    const head = only(events, 'response-head').find(({ exchange }) => exchange === 1)
    const pieces = only(events, 'response-data').filter(({ exchange }) => exchange === 1)
    expect(head).toMatchObject({ at: EPOCH, head: { status: 302 } })
    expect(pieces.map(({ at }) => at - EPOCH)).toEqual([0, 300])
    expect(pieces.at(-1)?.data).toHaveLength(1)
  })

  it('is followed into the session when it waits for save', async () => {
    const redirect = "    res.redirect('/me');\n  });"
    const saves = "    req.session.save(() => res.redirect('/me'));\n  });"
    const events = await log(edited(GOING_LIVE, redirect, saves), [alice, login(HERE)])
    expect(bodies(events)[1]).toBe('你好，alice')
  })
})

describe('https that ends at a proxy', () => {
  const secure = (options: string, proxy = '') =>
    edited(
      edited(GOING_LIVE, "cookie: { secure: 'auto' }", options),
      'const app = express();',
      `const app = express();${proxy}`,
    )
  const TRUST = "app.set('trust proxy', 1);"
  const story = [alice, login(LIVE), me(LIVE)]

  it('looks like http: with secure: true the row is stored, no cookie is sent, and no login sticks', async () => {
    const events = await log(secure('cookie: { secure: true }'), story)
    expect(only(events, 'row-set').map(({ exchange }) => exchange)).toEqual([1])
    expect(setCookies(events, 1)).toEqual([])
    expect(bodies(events).at(-1)).toBe('你还没有登录')
  })

  it.each([
    ['trust proxy', secure('cookie: { secure: true }', TRUST)],
    ['the option proxy', secure('proxy: true, cookie: { secure: true }')],
    ["'auto' with trust proxy", secure("cookie: { secure: 'auto' }", TRUST)],
  ])('is known for what it is by %s', async (_how, program) => {
    const events = await log(program, story)
    expect(setCookies(events, 1)).toEqual([expect.stringMatching(/; Secure$/)])
    expect(bodies(events).at(-1)).toBe('你好，alice')
  })

  it("gets a cookie without Secure from 'auto' alone", async () => {
    const events = await log(GOING_LIVE, story)
    expect(setCookies(events, 1)).toEqual([expect.not.stringContaining('Secure')])
  })
})

describe('two programs on one host', () => {
  const story = [alice, login(HERE), CARDS, me(HERE), login(HERE), CARDS]
  const cards = (events: Awaited<ReturnType<typeof log>>) =>
    only(events, 'request-sent')
      .filter(({ url }) => url.startsWith('http://localhost:9090'))
      .map(({ exchange }) => bodies(events)[exchange - 1])

  it('push out one another’s cookie of the same name: ports do not separate cookies', async () => {
    const events = await log(GOING_LIVE, story)
    expect(bodies(events)[3]).toBe('你还没有登录')
    expect(cards(events)).toEqual([
      '欢迎你新顾客，送你一张价值100元的剪发卡',
      '欢迎你新顾客，送你一张价值100元的剪发卡',
    ])
  })

  it('leave each other alone under names of their own', async () => {
    const events = await log(edited(GOING_LIVE, 'session({', "session({ name: 'login.sid',"), story)
    expect(bodies(events)[3]).toBe('你好，alice')
    expect(cards(events)).toEqual(['欢迎你新顾客，送你一张价值100元的剪发卡', '欢迎你老顾客，你卡上还剩90'])
  })
})
