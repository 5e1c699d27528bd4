import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { cookieHeader, setCookies } from '@/lib/runtime/experiments/seen'
import { rowsOf } from '@/lib/runtime/experiments/told'
import { alice, bodies, log, only, visit } from '@/lib/runtime/test-support'

/** Lesson 8's program: a door that seals sessions in cookies, and one that keeps them in the shop. */
const DOORS = readFileSync(join(import.meta.dirname, '../../../lessons/08-sealed-cookies/start.en/server.js'), 'utf8')

const DAY = 24 * 60 * 60 * 1000
const mallory: Action = { type: 'new-visitor', visitor: 'mallory' }
const copy = (name: string): Action => ({
  type: 'copy-cookie',
  visitor: 'mallory',
  of: 'alice',
  host: 'localhost',
  name,
})
const wait = (advance: number): Action => ({ type: 'clock', advance })

const login = (door: string): Action => ({
  type: 'visit',
  visitor: 'alice',
  method: 'POST',
  url: `http://localhost:8080/${door}/login`,
  body: 'username=alice',
  via: 'form',
})
const logout = (door: string) => visit(`http://localhost:8080/${door}/logout`, { method: 'POST' })
const user = (door: string, visitor: string) => visit(`http://localhost:8080/${door}/user`, { visitor })

/** Experiment 15. */
test('a sealed session is in the cookie, all of it, and the shop keeps nothing', async () => {
  const events = await log(DOORS, [alice, login('sealed')])
  expect(bodies(events).at(-1)).toBe('Welcome, alice')
  const [line = ''] = setCookies(events, 1)
  expect(line).toMatch(/^sealed=Fe26\.2\*2\*\S+~2; Max-Age=1209540; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(line).not.toContain('alice')
  expect(cookieHeader(events, 2)?.length).toBeGreaterThan(250)
  expect(rowsOf(events)).toEqual([])
})

test('logging out takes the cookie from its owner, and from nobody who has a copy', async () => {
  const events = await log(DOORS, [
    alice,
    mallory,
    login('sealed'),
    copy('sealed'),
    logout('sealed'),
    user('sealed', 'alice'),
    user('sealed', 'mallory'),
  ])
  expect(setCookies(events, 3)).toEqual([expect.stringMatching(/^sealed=; Max-Age=0;/)])
  expect(bodies(events).slice(-2)).toEqual(['Please log in', 'Welcome, alice'])
})

test('a session in the shop ends for copies, too', async () => {
  const events = await log(DOORS, [
    alice,
    mallory,
    login('stored'),
    copy('stored'),
    user('stored', 'mallory'),
    logout('stored'),
    user('stored', 'mallory'),
  ])
  expect(bodies(events).slice(-3)).toEqual(['Welcome, alice', 'Goodbye', 'Please log in'])
})

test('a seal is good for 14 days, and for the minute by which clocks may differ', async () => {
  const first = await log(DOORS, [alice, login('sealed')])
  const cookie = cookieHeader(first, 2) ?? ''
  const noted: Action = {
    type: 'visit',
    visitor: 'mallory',
    method: 'GET',
    url: 'http://localhost:8080/sealed/user',
    headers: [['Cookie', cookie]],
  }
  const events = await log(DOORS, [
    alice,
    mallory,
    login('sealed'),
    wait(13 * DAY),
    noted,
    wait(DAY),
    noted,
    wait(61_000),
    noted,
  ])
  expect(bodies(events).slice(-3)).toEqual(['Welcome, alice', 'Welcome, alice', 'Please log in'])
})

test('what does not fit into a cookie is refused by the library, not by the browser', async () => {
  const note = visit('http://localhost:8080/sealed/visit')
  const events = await log(DOORS, [alice, ...Array<Action>(50).fill(note)])
  const statuses = only(events, 'response-head').map(({ head }) => head.status)
  expect(statuses[0]).toBe(200)
  expect(statuses.at(-1)).toBe(500)
  expect(bodies(events).at(-1)).toMatch(/Cookie length is too big \(4\d{3} bytes\)/)
})
