import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EventBody } from '@/lib/engine/trace/event'
import { cookieName } from '@/lib/playground/cookie-name'
import { handDecisionsProjection } from '@/lib/playground/hand-decisions'
import { roomIn } from '@/lib/playground/jar-room'
import { pageAddress } from '@/lib/playground/page-address'
import { cookieOf, cookieStored, logOf } from '@/lib/playground/test-log'
import { openPlayground } from '@/lib/playground/test-playground'
import { alikeTogether, turnedAwayProjection } from '@/lib/playground/turned-away'
import { visitorKind } from '@/lib/playground/visitor-kind'

describe('actions', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function openStarted() {
    const playground = openPlayground()
    playground.run().started()
    playground.run().idle()
    return playground
  }

  const sid = { host: 'localhost', name: 'connect.sid' } as const

  it('open other kinds of browsers, and a closed incognito one as what it was', () => {
    const { actions, run } = openStarted()
    actions.newVisitor({ incognito: true })
    actions.newVisitor({ browser: 'rfc2109' })
    actions.openVisitor('alice', { incognito: true })
    expect(run().acted).toEqual([
      { type: 'new-visitor', visitor: 'alice', url: '/', incognito: true },
      { type: 'new-visitor', visitor: 'bob', url: '/', browser: 'rfc2109' },
      { type: 'new-visitor', visitor: 'alice', url: '/', incognito: true },
    ])
  })

  it('clone a browser under a fresh name, at the page that it shows', () => {
    const { actions, run } = openStarted()
    actions.newVisitor()
    const url = 'http://localhost:9090/user?a=1'
    run().emit(
      0,
      { type: 'visitor-opened', visitor: 'alice' },
      { type: 'page-shown', visitor: 'alice', exchange: 1, url, history: 'push' },
    )
    expect(actions.cloneVisitor('alice')).toBe('bob')
    expect(run().acted.slice(1)).toEqual([
      { type: 'clone-visitor', visitor: 'bob', of: 'alice' },
      { type: 'visit', visitor: 'bob', method: 'GET', url: '/user?a=1' },
    ])
  })

  it('hand a cookie to a visitor, or to one who comes for it and visits nothing yet', () => {
    const { actions, run, state } = openStarted()
    actions.newVisitor()
    actions.newVisitor()
    expect(actions.copyCookie('alice', sid, 'bob')).toBe('bob')
    expect(actions.copyCookie('alice', sid, null)).toBe('carol')
    expect(run().acted.slice(2)).toEqual([
      { type: 'copy-cookie', visitor: 'bob', of: 'alice', ...sid },
      { type: 'new-visitor', visitor: 'carol' },
      { type: 'copy-cookie', visitor: 'carol', of: 'alice', ...sid },
    ])
    expect(state().visitor).toBe('carol')
  })

  it('name cookies as they are told to', () => {
    const { actions, run } = openStarted()
    actions.newVisitor()
    actions.editCookie('alice', { ...sid, path: '/shop' }, 'x')
    actions.deleteCookie('alice', sid)
    actions.addCookie('alice', 'localhost', 'a=1; Path=/')
    actions.tamperCookie('alice', sid, 'unsign')
    expect(run().acted.slice(1)).toEqual([
      { type: 'edit-cookie', visitor: 'alice', ...sid, path: '/shop', value: 'x' },
      { type: 'delete-cookie', visitor: 'alice', ...sid },
      { type: 'add-cookie', visitor: 'alice', host: 'localhost', line: 'a=1; Path=/' },
      { type: 'tamper-cookie', visitor: 'alice', ...sid, how: 'unsign' },
    ])
  })
})

describe('cookieName', () => {
  const root = cookieOf('sid', '1')
  const shop = { ...root, path: '/shop' }

  it('has a path only where there are several of the name', () => {
    expect(cookieName(root, [root, { ...root, name: 'other' }, { ...root, domain: 'shop.example' }])).toEqual({
      host: root.domain,
      name: root.name,
    })
    expect(cookieName(shop, [root, shop])).toEqual({ host: root.domain, name: root.name, path: '/shop' })
  })
})

describe('pageAddress', () => {
  const opened: EventBody = { type: 'visitor-opened', visitor: 'alice' }
  const server: EventBody[] = [
    { type: 'process-started', process: 1, server: 'server-1' },
    { type: 'listening', process: 1, port: 9090 },
    { type: 'listening', process: 1, port: 8080 },
  ]
  const at = (url: string) =>
    logOf(
      ...server.map((body) => [null, body] as const),
      [0, opened],
      [0, { type: 'page-shown', visitor: 'alice', exchange: 1, url, history: 'push' }],
    )

  it.each([
    ['http://localhost:9090/a?b#c', '/a?b#c'],
    ['http://localhost:8080/a', 'http://localhost:8080/a'],
    ['https://shop.example/a', 'https://shop.example/a'],
  ])('%s is %s', (url, address) => {
    expect(pageAddress(at(url), 'alice')).toBe(address)
  })

  it('without a page is the first one', () => {
    expect(pageAddress(logOf([0, opened]), 'alice')).toBe('/')
  })
})

describe('roomIn', () => {
  const many = (count: number, domain = 'localhost') =>
    Array.from({ length: count }, (_, n) => ({ ...cookieOf(`c${n}`, '1'), domain }))
  const today = { incognito: false, browser: 'today' } as const

  it('says nothing until half of it is used up', () => {
    expect(roomIn(many(89), today)).toEqual([])
    expect(roomIn(many(90), today)).toEqual([{ owner: 'localhost', count: 90, limit: 180 }])
  })

  it('counts a site’s hosts together, and no partitioned cookies', () => {
    const jar = [...many(50, 'shop.example'), ...many(50, 'a.shop.example')]
    expect(roomIn(jar, today)).toEqual([{ owner: 'shop.example', count: 100, limit: 180 }])
    expect(
      roomIn(
        jar.map((cookie) => ({ ...cookie, partition: 'https://evil.example' })),
        today,
      ),
    ).toEqual([])
  })

  it('always tells of a browser of 1997, host by host', () => {
    expect(roomIn([...many(1), ...many(2, 'a.shop.example')], { incognito: false, browser: 'rfc2109' })).toEqual([
      { owner: 'localhost', count: 1, limit: 20 },
      { owner: 'a.shop.example', count: 2, limit: 20 },
    ])
  })
})

describe('handDecisions', () => {
  it('are the last by hand, not those of an exchange', () => {
    const refused: EventBody = {
      type: 'cookie',
      visitor: 'alice',
      exchange: null,
      decision: { kind: 'refused', line: '=', name: '', because: { rule: 'pair-empty' }, notes: [] },
    }
    const log = logOf([0, refused], [1, cookieStored(1, cookieOf('a', 'x'))])
    expect(handDecisionsProjection.at(log, log.length).get('alice')?.decision).toEqual(refused.decision)
  })
})

describe('alikeTogether', () => {
  const left = (name: string, rule: 'evicted-secure' | 'expired'): EventBody => ({
    type: 'cookie',
    visitor: 'alice',
    exchange: 1,
    decision: { kind: 'removed', cookie: cookieOf(name, '1'), because: { rule } },
  })

  it('puts a purge into one', () => {
    const log = logOf([0, left('a', 'expired')], [0, left('b', 'evicted-secure')], [0, left('c', 'evicted-secure')])
    const groups = alikeTogether(turnedAwayProjection.at(log, log.length).decisions)
    expect(groups.map((group) => group.map(({ decision }) => 'cookie' in decision && decision.cookie.name))).toEqual([
      ['a'],
      ['b', 'c'],
    ])
  })
})

it('visitorKind', () => {
  expect([
    visitorKind({}),
    visitorKind({ incognito: true, browser: 'rfc2109' }),
    visitorKind({ browser: 'rfc2109' }),
  ]).toEqual(['today', 'incognito', 'rfc2109'])
})
