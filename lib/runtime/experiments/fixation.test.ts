import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { LOGIN, loginWith } from '@/lib/runtime/experiments/login'
import { cookieHeader, setCookies } from '@/lib/runtime/experiments/seen'
import { bodies, log, visit } from '@/lib/runtime/test-support'

/** An id that the attacker knows is planted before the victim logs in with it. */
const planted: readonly Action[] = [
  { type: 'new-visitor', visitor: 'mallory', url: '/' },
  { type: 'new-visitor', visitor: 'alice' },
  { type: 'copy-cookie', visitor: 'alice', of: 'mallory', host: 'localhost', name: 'connect.sid' },
  visit('/login?username=victim'),
]
const attack = visit('/user', { visitor: 'mallory' })

test('as printed: the login keeps the id, so the attacker is logged in as well', async () => {
  const events = await log(LOGIN, [...planted, attack])
  // 1 mallory's page, 2 the login, 3 the page it redirects to, 4 the attack.
  expect([2, 3, 4].flatMap((exchange) => setCookies(events, exchange))).toEqual([])
  expect(cookieHeader(events, 2)).toBe(cookieHeader(events, 4))
  expect(bodies(events).at(-1)).toContain('欢迎 victim')
})

test('with regenerate: the login gives a new id, and the planted one is a stranger’s', async () => {
  const mended = loginWith([
    `    req.session.username = req.query.username;
    res.redirect('/user');`,
    `    req.session.regenerate(function () {
        req.session.username = req.query.username;
        res.redirect('/user');
    });`,
  ])
  const events = await log(mended, [...planted, attack])
  const [fresh] = setCookies(events, 2)
  expect(fresh).toMatch(/^connect\.sid=s%3A/)
  expect(cookieHeader(events, 3)).toBe(fresh?.split(';')[0])
  expect(cookieHeader(events, 3)).not.toBe(cookieHeader(events, 2))
  expect(bodies(events)[2]).toContain('欢迎 victim')
  expect(bodies(events).at(-1)).not.toContain('victim')
  // The row of the planted id is gone, so the attacker gets an anonymous session of her own.
  expect(setCookies(events, 4)).toHaveLength(1)
})
