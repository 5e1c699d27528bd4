import { describe, expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { worldOf } from '@/lib/engine/test-world'
import { jarAt } from '@/lib/engine/trace/jar-at'
import { logOf } from '@/lib/engine/trace/log-of'
import { visitorsAt } from '@/lib/engine/trace/visitors-at'

const alice: Action = { type: 'new-visitor', visitor: 'alice', url: '/' }
const closeAlice: Action = { type: 'close-visitor', visitor: 'alice' }
const both = () => ['session=1', 'kept=1; Max-Age=3600']

describe('new-visitor', () => {
  test('says what browser it is', async () => {
    const run = await worldOf([
      { type: 'new-visitor', visitor: 'alice' },
      { type: 'new-visitor', visitor: 'bob', incognito: true },
      { type: 'new-visitor', visitor: 'carol', browser: 'rfc2109' },
      { type: 'new-visitor', visitor: 'dave', browser: 'today' },
    ])
    const opened = run.only('visitor-opened').map(({ visitor, incognito, browser }) => [visitor, incognito, browser])
    expect(opened).toEqual([
      ['alice', undefined, undefined],
      ['bob', true, undefined],
      ['carol', undefined, 'rfc2109'],
      ['dave', undefined, undefined],
    ])
  })

  test('opens a closed profile again, as the browser that it was', async () => {
    const old: Action = { type: 'new-visitor', visitor: 'alice', browser: 'rfc2109' }
    const again: Action = { type: 'new-visitor', visitor: 'alice' }
    const run = await worldOf([old, closeAlice, again, closeAlice, old])
    expect(run.outcomes()).toEqual([null, null, null, null, null])
    expect(run.only('visitor-opened').map(({ browser }) => browser)).toEqual(['rfc2109', 'rfc2109', 'rfc2109'])
  })

  test.each<Action>([
    { type: 'new-visitor', visitor: 'alice', incognito: true },
    { type: 'new-visitor', visitor: 'alice', browser: 'rfc2109' },
  ])('makes no other browser of a closed profile: %o', async (other) => {
    const run = await worldOf([alice, closeAlice, other], both)
    expect(run.outcomes()).toEqual([null, null, 'visitor-here-already'])
    expect(run.jar('alice')).toEqual(['kept=1'])
  })
})

describe('close-visitor', () => {
  test('takes session cookies; an incognito window takes everything', async () => {
    const incognito: Action = { ...alice, visitor: 'bob', incognito: true }
    const run = await worldOf([alice, incognito, closeAlice, { ...closeAlice, visitor: 'bob' }], both)
    expect(run.jar('alice')).toEqual(['kept=1'])
    expect(run.jar('bob')).toEqual([])
    expect(run.lastRules()).toEqual(['profile-forgotten', 'profile-forgotten'])
  })

  test('of an incognito window leaves nothing to work on, and its name to whoever comes', async () => {
    const incognito: Action = { ...alice, incognito: true }
    const edit: Action = { type: 'edit-cookie', visitor: 'alice', host: 'localhost', name: 'a', value: '1' }
    const clone: Action = { type: 'clone-visitor', visitor: 'eve', of: 'alice' }
    const run = await worldOf([incognito, closeAlice, edit, clone, alice], both)
    expect(run.outcomes()).toEqual([null, null, 'visitor-closed', 'visitor-closed', null])
    expect(run.sent('Cookie')).toEqual([null, null])
    expect(run.jar('alice')).toEqual(['session=1', 'kept=1'])
  })
})

describe('clone-visitor', () => {
  const clone: Action = { type: 'clone-visitor', visitor: 'eve', of: 'alice' }

  test('is another profile with the same cookies, which then go their own ways', async () => {
    const run = await worldOf(
      [alice, clone, { type: 'visit', visitor: 'eve', method: 'GET', url: '/' }, { type: 'clock', advance: 3_600_000 }],
      ({ headers }) => (headers.some(([name]) => name === 'Cookie') ? ['session=2'] : both()),
    )
    expect(run.only('visitor-opened')[1]).toMatchObject({ visitor: 'eve', cloneOf: 'alice' })
    expect(run.sent('Cookie')).toEqual([null, 'session=1; kept=1'])
    expect(run.jar('alice')).toEqual(['session=1'])
    expect(run.jar('eve')).toEqual(['session=2'])
  })

  test('copies what kind of browser it is', async () => {
    const run = await worldOf([{ ...alice, incognito: true, browser: 'rfc2109' }, clone])
    expect(run.only('visitor-opened')[1]).toMatchObject({ incognito: true, browser: 'rfc2109' })
  })

  test('of a closed browser has what is persistent', async () => {
    const run = await worldOf([alice, closeAlice, clone], both)
    expect(run.jar('eve')).toEqual(['kept=1'])
  })

  test('needs an original, and a name of its own', async () => {
    const run = await worldOf([{ ...clone, of: 'nobody' }, alice, { ...clone, visitor: 'alice' }, clone, clone])
    expect(run.outcomes()).toEqual(['no-visitor', null, 'visitor-here-already', null, 'visitor-here-already'])
  })
})

test('jars and visitors are what the events say', async () => {
  const run = await worldOf(
    [
      alice,
      { type: 'clone-visitor', visitor: 'eve', of: 'alice' },
      { type: 'new-visitor', visitor: 'bob', incognito: true, url: '/' },
      closeAlice,
      { type: 'close-visitor', visitor: 'bob' },
    ],
    both,
  )
  const log = logOf(...run.events)
  for (const [id, { jar, open, traits }] of run.world.visitors) {
    expect([...(jarAt(log, log.length).get(id)?.cookies.values() ?? [])]).toEqual(jar.all())
    expect(visitorsAt(log, log.length).get(id)).toMatchObject({ open, ...traits })
  }
})
