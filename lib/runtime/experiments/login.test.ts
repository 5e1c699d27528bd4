import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { jarAt, jarEntries } from '@/lib/engine/trace/jar-at'
import { emptyLog } from '@/lib/engine/trace/log'
import { edited, LOGIN } from '@/lib/runtime/experiments/login-programs'
import { setCookies } from '@/lib/runtime/experiments/seen'
import { alice, bodies, log, only, visit } from '@/lib/runtime/test-support'

/** The course's login (section 6): hijacking, fixation, and four ways to log out. */
const mallory: Action = { type: 'new-visitor', visitor: 'mallory' }
const page = (path: string, visitor = 'alice') => visit(`http://localhost:8080${path}`, { visitor })
const steal: Action = {
  type: 'copy-cookie',
  visitor: 'mallory',
  of: 'alice',
  host: 'localhost',
  name: 'connect.sid',
}
const plant: Action = { ...steal, visitor: 'alice', of: 'mallory' }

const jarOf = (events: readonly Event[], visitor: string) =>
  jarEntries(jarAt(emptyLog().append(events), events.length), visitor).map(({ cookie }) => cookie.name)

it('takes whoever brings the cookie for its owner, although no script can read it', async () => {
  const events = await log(LOGIN, [
    alice,
    page('/login?username=alice'),
    { type: 'read-cookies', visitor: 'alice' },
    mallory,
    steal,
    page('/user', 'mallory'),
  ])
  expect(bodies(events).at(-1)).toContain('欢迎 alice')
  expect(only(events, 'script-read-cookies')).toMatchObject([{ value: '', hidden: ['connect.sid'] }])
})

describe('a planted session id', () => {
  const story = [
    mallory,
    page('/', 'mallory'),
    alice,
    plant,
    page('/login?username=alice'),
    page('/user', 'mallory'),
    page('/user'),
  ]
  const LOGS_IN = "req.session.username = req.query.username;\n    res.redirect('/user');"
  const REGENERATES = `req.session.regenerate(function () {
        req.session.username = req.query.username;
        res.redirect('/user');
    });`

  it('becomes that of a logged-in session, since login keeps it', async () => {
    const events = await log(LOGIN, story)
    expect(setCookies(events, 2)).toEqual([])
    expect(bodies(events)[3]).toContain('欢迎 alice')
  })

  it('is worth nothing when login makes a new one', async () => {
    const events = await log(edited(LOGIN, LOGS_IN, REGENERATES), story)
    expect(setCookies(events, 2)).toHaveLength(1)
    expect(bodies(events)[3]).not.toContain('alice')
    expect(bodies(events)[4]).toContain('欢迎 alice')
  })
})

describe('logging out', () => {
  // Without saveUninitialized, so that the page after the logout hands out no new cookie.
  const QUIET = edited(LOGIN, 'saveUninitialized: true', 'saveUninitialized: false')
  const logout = async (way: string) => {
    const program = edited(QUIET, "req.session.usrename = null;\n    res.redirect('/');", way)
    return await log(program, [alice, page('/login?username=alice'), page('/logout'), page('/user')])
  }
  const rowsGone = (events: readonly Event[]) => only(events, 'row-removed').length

  it('does nothing as it is printed', async () => {
    const events = await log(QUIET, [alice, page('/login?username=alice'), page('/logout'), page('/user')])
    expect(bodies(events).at(-1)).toContain('欢迎 alice')
  })

  it('with the name set to null leaves the row', async () => {
    const events = await logout("req.session.username = null; res.redirect('/')")
    expect(bodies(events).at(-1)).not.toContain('alice')
    expect(rowsGone(events)).toBe(0)
  })

  it('with destroy leaves a dead cookie', async () => {
    const events = await logout("req.session.destroy(() => res.redirect('/'))")
    expect(bodies(events).at(-1)).not.toContain('alice')
    expect(rowsGone(events)).toBe(1)
    expect(setCookies(events, 3)).toEqual([])
    expect(jarOf(events, 'alice')).toEqual(['connect.sid'])
  })

  it('with destroy and clearCookie leaves nothing', async () => {
    const events = await logout("req.session.destroy(() => { res.clearCookie('connect.sid'); res.redirect('/') })")
    expect(setCookies(events, 3)).toEqual(['connect.sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])
    expect(jarOf(events, 'alice')).toEqual([])
  })

  it('with clearCookie for another path leaves the cookie', async () => {
    const clear = "res.clearCookie('connect.sid', { path: '/user' })"
    const events = await logout(`req.session.destroy(() => { ${clear}; res.redirect('/') })`)
    expect(jarOf(events, 'alice')).toEqual(['connect.sid'])
  })
})

describe('three robots that keep no cookies', () => {
  const robot = visit('http://localhost:8080/', { visitor: 'robot' })
  const hit: Action = robot.type === 'visit' ? { ...robot, headers: [['Cookie', 'nothing=kept']] } : robot
  const robots: Action[] = [{ type: 'new-visitor', visitor: 'robot' }, hit, hit, hit]
  const SAVE_NONE = edited(LOGIN, 'saveUninitialized: true', 'saveUninitialized: false')

  it.each([
    ['a row and a cookie each with saveUninitialized', LOGIN, 3],
    ['nothing without', SAVE_NONE, 0],
  ])('get %s', async (_what, program, count) => {
    const events = await log(program, robots)
    expect(only(events, 'row-set')).toHaveLength(count)
    expect([1, 2, 3].flatMap((exchange) => setCookies(events, exchange))).toHaveLength(count)
  })
})

describe('another site', () => {
  const from = 'https://evil.example'
  const lure = (via: 'image' | 'link'): Action => ({
    type: 'visit',
    visitor: 'alice',
    method: 'GET',
    url: 'http://localhost:8080/login?username=mallory',
    via,
    from,
  })

  it('can log its visitors in as somebody else by a link, not by an image', async () => {
    const story = [alice, page('/login?username=alice')]
    const byImage = await log(LOGIN, [...story, lure('image'), page('/user')])
    const byLink = await log(LOGIN, [...story, lure('link'), page('/user')])
    expect(bodies(byImage).at(-1)).toContain('欢迎 alice')
    expect(bodies(byLink).at(-1)).toContain('欢迎 mallory')
  })
})
