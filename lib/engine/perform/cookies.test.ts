import { describe, expect, test } from 'vitest'
import type { Action, ActionOf } from '@/lib/engine/story/action'
import { EPOCH, worldOf } from '@/lib/engine/test-world'

const alice: Action = { type: 'new-visitor', visitor: 'alice', url: '/' }
const mallory: Action = { type: 'new-visitor', visitor: 'mallory' }
const SID = 's%3AidOfAlice.c2ln'
const LINE = `connect.sid=${SID}; Path=/; HttpOnly; SameSite=Strict; Max-Age=60`
const signedIn = () => [LINE]
const sid = { host: 'localhost', name: 'connect.sid' } as const

function go(visitor: string): Action {
  return { type: 'visit', visitor, method: 'GET', url: '/' }
}

describe('edit-cookie', () => {
  const edit = (value: string): Action => ({ type: 'edit-cookie', visitor: 'mallory', ...sid, value })

  test('resolves references at the moment it is done', async () => {
    const run = await worldOf([alice, mallory, edit('{alice/connect.sid/raw}'), go('mallory')], signedIn)
    expect(run.sent('Cookie')).toEqual([null, `connect.sid=${SID}`])
  })

  test('says when one leads nowhere, and then changes nothing', async () => {
    const run = await worldOf([alice, mallory, edit('{alice/other}')], signedIn)
    expect(run.outcomes()).toEqual([null, null, 'no-such-reference'])
    expect(run.jar('mallory')).toEqual([])
  })
})

describe('add-cookie', () => {
  const add = (line: string, host = 'localhost'): ActionOf<'add-cookie'> => ({
    type: 'add-cookie',
    visitor: 'mallory',
    host,
    line,
  })

  test('is what the host could have set, attributes and all', async () => {
    const run = await worldOf([mallory, add('theme=dark; Path=/shop; HttpOnly; Max-Age=60')])
    expect(run.world.visitors.get('mallory')?.jar.all()).toMatchObject([
      { name: 'theme', value: 'dark', domain: 'localhost', path: '/shop', httpOnly: true, expiry: EPOCH + 60_000 },
    ])
    expect(run.only('cookie')).toMatchObject([{ exchange: null, decision: { because: { rule: 'added' } } }])
  })

  test.each([
    ['a=1; Domain=evil.example', 'shop.example', 'domain-mismatch'],
    ['a=1; Secure', 'shop.example', 'secure-needs-https'],
    ['a=1; Secure', 'https://shop.example', 'added'],
    ['a=1; SameSite=None', 'localhost', 'none-needs-secure'],
    [`a=${'x'.repeat(4096)}`, 'localhost', 'pair-too-large'],
    ['', 'localhost', 'pair-empty'],
  ])('%s at %s: %s', async (line, host, rule) => {
    const run = await worldOf([mallory, add(line, host)])
    expect(run.lastRules()).toEqual([rule])
  })

  test('needs a host', async () => {
    const run = await worldOf([mallory, add('a=1', 'no host')])
    expect(run.outcomes()).toEqual([null, 'bad-cookie-host'])
  })
})

describe('copy-cookie', () => {
  const copy: ActionOf<'copy-cookie'> = { type: 'copy-cookie', visitor: 'mallory', of: 'alice', ...sid }

  test('hands over a cookie with its attributes', async () => {
    const run = await worldOf([alice, { type: 'clock', advance: 1000 }, mallory, copy, go('mallory')], signedIn)
    const [own] = run.world.visitors.get('alice')?.jar.all() ?? []
    expect(run.only('cookie')[1]).toMatchObject({
      visitor: 'mallory',
      exchange: null,
      decision: {
        kind: 'stored',
        cookie: { ...own, creation: EPOCH + 1000, lastAccess: EPOCH + 1000 },
        because: { rule: 'copied-by-hand', values: { from: 'alice' } },
      },
    })
    expect(run.sent('Cookie')).toEqual([null, `connect.sid=${SID}`])
  })

  test('also from a closed browser, if the cookie is persistent', async () => {
    const run = await worldOf([alice, { type: 'close-visitor', visitor: 'alice' }, mallory, copy], signedIn)
    expect(run.jar('mallory')).toEqual([`connect.sid=${SID}`])
  })

  test('needs a cookie, and somebody who has it', async () => {
    const run = await worldOf(
      [mallory, copy, alice, { ...copy, name: 'other' }, { ...copy, host: 'shop.example' }],
      signedIn,
    )
    expect(run.outcomes()).toEqual([null, 'no-visitor', null, 'no-cookie', 'no-cookie'])
  })
})

describe('tamper-cookie', () => {
  const tamper = (how: ActionOf<'tamper-cookie'>['how'], name = 'connect.sid'): Action => ({
    type: 'tamper-cookie',
    visitor: 'alice',
    host: 'localhost',
    name,
    how,
  })

  test.each([
    ['signature', 's%3AidOfAlice.c2lA'],
    ['unsign', 'idOfAlice'],
    ['value', 's%3AAdOfAlice.c2ln'],
  ] as const)('%s', async (how, value) => {
    const run = await worldOf([alice, tamper(how)], signedIn)
    expect(run.jar('alice')).toEqual([`connect.sid=${value}`])
    expect(run.lastRules()).toEqual([`tampered-${how}`])
    expect(run.world.visitors.get('alice')?.jar.all()).toMatchObject([{ httpOnly: true, expiry: EPOCH + 60_000 }])
  })

  test('needs a cookie, and a signature on it', async () => {
    const run = await worldOf([alice, tamper('signature'), tamper('signature', 'other')], () => ['connect.sid=17.5'])
    expect(run.outcomes()).toEqual([null, 'not-signed', 'no-cookie'])
  })
})

describe('delete-cookie', () => {
  test('takes the one with the path that is named', async () => {
    const lines = () => ['a=root; Path=/', 'a=shop; Path=/shop']
    const run = await worldOf(
      [alice, { type: 'delete-cookie', visitor: 'alice', host: 'localhost', name: 'a', path: '/' }],
      lines,
    )
    expect(run.jar('alice')).toEqual(['a=shop'])
  })
})

test('a jar can be worked on while its browser is closed', async () => {
  const run = await worldOf(
    [
      alice,
      { type: 'close-visitor', visitor: 'alice' },
      { type: 'add-cookie', visitor: 'alice', host: 'localhost', line: 'a=1' },
      { type: 'tamper-cookie', visitor: 'alice', ...sid, how: 'unsign' },
    ],
    signedIn,
  )
  expect(run.outcomes()).toEqual([null, null, null, null])
  expect(run.jar('alice')).toEqual(['connect.sid=idOfAlice', 'a=1'])
})

test('each action means the same against a program that makes other ids', async () => {
  const story: Action[] = [
    alice,
    mallory,
    { type: 'copy-cookie', visitor: 'mallory', of: 'alice', ...sid },
    { type: 'tamper-cookie', visitor: 'alice', ...sid, how: 'signature' },
    { type: 'edit-cookie', visitor: 'alice', host: 'localhost', name: 'note', value: 'id {mallory/connect.sid}' },
  ]
  const run = await worldOf(story, () => ['connect.sid=s%3Aanother.b3Ro; Path=/'])
  expect(run.outcomes()).toEqual([null, null, null, null, null])
  expect(run.jar('mallory')).toEqual(['connect.sid=s%3Aanother.b3Ro'])
  expect(run.jar('alice')).toEqual(['connect.sid=s%3Aanother.b3RA', 'note=id another'])
})
