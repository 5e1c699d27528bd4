import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { LOGIN } from '@/lib/runtime/experiments/login'
import { cookieHeader, setCookies } from '@/lib/runtime/experiments/seen'
import { alice, bodies, log, only, visit } from '@/lib/runtime/test-support'

/** Whoever has the cookie is the user. HttpOnly keeps it from scripts, and from nobody else. */
const carol: Action = { type: 'new-visitor', visitor: 'carol' }
const sid = { host: 'localhost', name: 'connect.sid' } as const
const login = visit('/login?username=zhangsan')
const user = visit('/user', { visitor: 'carol' })

const ways: readonly (readonly [string, Action])[] = [
  ['handed over', { type: 'copy-cookie', visitor: 'carol', of: 'alice', ...sid }],
  ['typed in', { type: 'edit-cookie', visitor: 'carol', ...sid, value: '{alice/connect.sid/raw}' }],
]

test.each(ways)('a cookie that is %s makes its holder the user, whatever the ids are', async (_, way) => {
  for (const seed of ['one', 'two']) {
    const events = await log(LOGIN, [alice, login, carol, way, user], { seed })
    expect(bodies(events).at(-1)).toContain('欢迎 zhangsan')
    expect(cookieHeader(events, 3)).toBe(cookieHeader(events, 2))
    expect(setCookies(events, 3)).toEqual([])
  }
})

test('so does a copy of the whole browser', async () => {
  const clone: Action = { type: 'clone-visitor', visitor: 'carol', of: 'alice' }
  expect(bodies(await log(LOGIN, [alice, login, clone, user])).at(-1)).toContain('欢迎 zhangsan')
})

test('without it she is nobody', async () => {
  const body = bodies(await log(LOGIN, [alice, login, carol, user])).at(-1)
  expect(body).toContain('欢迎 ')
  expect(body).not.toContain('zhangsan')
})

test('HttpOnly hides it from document.cookie only', async () => {
  const events = await log(LOGIN, [alice, login, { type: 'read-cookies', visitor: 'alice' }])
  expect(only(events, 'script-read-cookies')).toMatchObject([{ value: '', hidden: ['connect.sid'] }])
})

test('a signature that does not fit, or none, makes a newcomer of its holder', async () => {
  for (const how of ['signature', 'unsign', 'value'] as const) {
    const events = await log(LOGIN, [
      alice,
      login,
      { type: 'tamper-cookie', visitor: 'alice', ...sid, how },
      visit('/user'),
    ])
    expect(bodies(events).at(-1)).not.toContain('zhangsan')
    expect(setCookies(events, 3)).toHaveLength(1)
  }
})
