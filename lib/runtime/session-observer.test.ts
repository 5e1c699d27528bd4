import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SessionDecision } from '@/lib/engine/sessions/decision'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { Action } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { alice, app, bodies, EPOCH, log, only, visit } from '@/lib/runtime/test-support'

const COUNTER = withSessions(`{ secret: ['new', 'old'], resave: false, saveUninitialized: false }`)

function withSessions(options: string, before = ''): string {
  return app(`const session = require('express-session')
${before}
app.use(session(${options}))
app.get('/', (req, res) => res.send('hello'))
app.get('/count', (req, res) => { req.session.n = (req.session.n || 0) + 1; res.send('n ' + req.session.n) })
app.get('/save', (req, res) => { req.session.saved = true; req.session.save(() => res.send('saved')) })
app.get('/regenerate', (req, res) => req.session.regenerate(() => res.send('regenerated')))
app.get('/destroy', (req, res) => req.session.destroy(() => res.send('destroyed')))
app.get('/silent', (req, res) => { req.session.destroy(); res.send('destroyed') })
app.get('/unset', (req, res) => { req.session = null; res.send('unset') })
app.get('/reload', (req, res) => { req.session.n = 99; req.session.reload(() => res.send('n ' + req.session.n)) })`)
}

/** As cookie-signature signs. */
function signed(id: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '')
  return encodeURIComponent(`s:${id}.${signature}`)
}

function withCookie(value: string): Action {
  return { type: 'edit-cookie', visitor: 'alice', host: 'localhost', name: 'connect.sid', value }
}

/** Each decision and call in a few words, the exchanges apart by a bar. */
function told(events: readonly Event[]): string {
  const lines = new Map<number | null, string[]>()
  for (const event of events) {
    const text = short(event)
    if (text === null || !('exchange' in event)) continue
    lines.set(event.exchange, [...(lines.get(event.exchange) ?? []), text])
  }
  return [...lines.values()].map((words) => words.join(', ')).join(' | ')
}

function short(event: Event): string | null {
  switch (event.type) {
    case 'session':
      return decided(event.decision)
    case 'store-call':
      return `${event.method}${event.by === 'middleware' ? '' : ` by ${event.by}`}${event.unheard ? ' unheard' : ''}`
    case 'store-answer':
      return event.outcome === 'done' ? null : event.outcome
    case 'row-set':
      return event.before === null ? '+row' : 'row'
    case 'row-removed':
      return '-row'
    default:
      return null
  }
}

function decided(decision: SessionDecision): string {
  switch (decision.step) {
    case 'load':
      return `[${decision.outcome.kind}]`
    case 'generate':
      return decision.cause === 'request' ? 'made' : 'remade'
    case 'cookie':
      return `cookie ${decision.outcome}`
    case 'save':
      return `end ${decision.outcome}`
  }
}

describe('the cookie that comes', () => {
  it('is missing, unsigned, wrongly signed, of an unknown session, or good by one of the secrets', async () => {
    const events = await log(COUNTER, [
      alice,
      visit('/'),
      withCookie('me'),
      visit('/'),
      withCookie('s%3Ame.forged'),
      visit('/'),
      withCookie(signed('nobody', 'old')),
      visit('/'),
      visit('/count'),
      visit('/'),
    ])
    const loads = only(events, 'session').flatMap(({ decision }) => (decision.step === 'load' ? [decision] : []))
    expect(loads.map(({ outcome }) => outcome.kind)).toEqual([
      'no-cookie',
      'unsigned',
      'bad-signature',
      'not-found',
      'not-found',
      'loaded',
    ])
    expect(loads.map((load) => load.cookie?.slice(0, 8) ?? null).slice(0, 4)).toEqual([
      null,
      'me',
      's:me.for',
      's:nobody',
    ])
    expect(loads[3]?.outcome).toEqual({ kind: 'not-found', id: 'nobody', secret: 2 })
    expect(loads[5]?.outcome).toMatchObject({ kind: 'loaded', secret: 1 })
    expect(loads[0]?.options).toEqual({
      name: 'connect.sid',
      resave: false,
      saveUninitialized: false,
      rolling: false,
      unset: 'keep',
      assumed: [],
      storeHasTouch: true,
      secrets: 2,
    })
  })

  it('is asked for in the store only when it is signed', async () => {
    const events = await log(COUNTER, [alice, withCookie('me'), visit('/'), withCookie('s%3Ame.forged'), visit('/')])
    expect(only(events, 'store-call')).toEqual([])
  })
})

describe('what the middleware does', () => {
  it('from a first visit to the end of a session', async () => {
    const story = [alice, ...['/', '/count', '/', '/count', '/destroy', '/'].map((path) => visit(path))]
    expect(told(await log(COUNTER, story))).toBe(
      [
        '[no-cookie], made, end none, cookie not-set',
        '[no-cookie], made, end set, set, +row, cookie set',
        'get, found, [loaded], end touch, touch, cookie not-set',
        'get, found, [loaded], end set, set, row, cookie not-set',
        'get, found, [loaded], destroy by destroy, -row, end no-session, cookie no-session',
        'get, missing, [not-found], made, end none, cookie not-set',
      ].join(' | '),
    )
  })

  it('when the program saves, regenerates, reloads or unsets', async () => {
    const story = [
      alice,
      ...['/save', '/save', '/regenerate', '/reload', '/unset', '/silent'].map((path) => visit(path)),
    ]
    expect(told(await log(COUNTER, story))).toBe(
      [
        '[no-cookie], made, set by save, +row, end none, cookie set',
        'get, found, [loaded], set by save, end touch, touch, cookie not-set',
        'get, found, [loaded], destroy by regenerate, -row, remade, end set, set, +row, cookie set',
        'get, found, [loaded], get by reload, found, end touch, touch, cookie not-set',
        'get, found, [loaded], end no-session, cookie no-session',
        'get, found, [loaded], destroy by destroy unheard, -row, end no-session, cookie no-session',
      ].join(' | '),
    )
  })

  it('destroys what was unset, where it is told to', async () => {
    const source = withSessions(`{ secret: 'x', resave: false, saveUninitialized: false, unset: 'destroy' }`)
    const events = await log(source, [alice, visit('/count'), visit('/unset')])
    expect(told(events).split(' | ')[1]).toBe('get, found, [loaded], end destroy, destroy, -row, cookie no-session')
    expect(only(events, 'session').at(-2)?.decision).toMatchObject({ outcome: 'destroy', gone: 'unset' })
  })

  it('nothing outside of its path, twice, without a secret, or while its store is away', async () => {
    const source = app(`const session = require('express-session')
const store = new session.MemoryStore()
const sessions = session({ name: 'a', secret: 'x', resave: false, saveUninitialized: true, store })
app.use('/twice', sessions, session({ name: 'b', secret: 'x', resave: false, saveUninitialized: true }))
app.use('/path', session({ secret: 'x', resave: false, saveUninitialized: true, cookie: { path: '/other' } }))
app.use('/secret', session({ resave: false, saveUninitialized: true }))
app.get('/away', (req, res, next) => { store.emit('disconnect'); next() }, sessions)
app.get('/*any', (req, res) => res.send('ok'))`)
    const events = await log(source, [alice, ...['/twice', '/path', '/secret', '/away'].map((path) => visit(path))])
    expect(told(events)).toBe(
      [
        '[no-cookie], made, [session-there], end set, set, +row, cookie set',
        '[other-path]',
        '[no-secret]',
        '[store-disconnected]',
      ].join(' | '),
    )
  })

  it('depends on whether the connection is secure, and on who says so', async () => {
    const secure = `secret: 'x', resave: false, saveUninitialized: true, cookie: { secure: true }`
    const source = app(`const session = require('express-session')
app.set('trust proxy', 1)
app.use('/express', session({ name: 'a', ${secure} }))
app.use('/nobody', session({ name: 'b', proxy: false, ${secure} }))
app.use('/proxy', session({ name: 'c', proxy: true, ${secure} }))
app.get('/*any', (req, res) => res.send('ok'))`)
    const https: Pick<Extract<Action, { type: 'visit' }>, 'headers'> = { headers: [['X-Forwarded-Proto', 'https']] }
    const events = await log(source, [
      alice,
      { type: 'visit', visitor: 'alice', method: 'GET', url: '/express' },
      ...['/express', '/nobody', '/proxy'].map(
        (url): Action => ({ type: 'visit', visitor: 'alice', method: 'GET', url, ...https }),
      ),
    ])
    const cookies = only(events, 'session').flatMap(({ decision }) => (decision.step === 'cookie' ? [decision] : []))
    expect(cookies.map(({ outcome, connection }) => [outcome, connection])).toEqual([
      ['insecure', { secure: false, judge: 'express', forwarded: null }],
      ['set', { secure: true, judge: 'express', forwarded: 'https' }],
      ['insecure', { secure: false, judge: 'nobody', forwarded: 'https' }],
      ['set', { secure: true, judge: 'proxy', forwarded: 'https' }],
    ])
  })
})

describe('a store', () => {
  it('that fails says so in its own words', async () => {
    const source = withSessions(
      `{ secret: 'x', resave: false, saveUninitialized: true, store: new Broken() }`,
      `class Broken extends session.Store {
  get(id, callback) { setTimeout(callback, 5, new Error('the disk is full')) }
  set(id, session, callback) { callback(null) }
  destroy(id, callback) { callback(null) }
}`,
    )
    const events = await log(source, [alice, visit('/'), visit('/')])
    expect(told(events).split(' | ')[1]).toBe('get, failed, [store-failed], end no-session, cookie no-session')
    expect(only(events, 'session').at(-1)?.decision).toMatchObject({ outcome: 'no-session' })
    expect(only(events, 'store-answer').at(-1)?.error).toBe('the disk is full')
  })

  it('that answers several exchanges at once answers each on its own behalf', async () => {
    const source = withSessions(
      `{ secret: 'x', resave: false, saveUninitialized: false, store: new Batching() }`,
      `const rows = {}, waiting = []
class Batching extends session.Store {
  get(id, callback) { if (waiting.push(() => callback(null, rows[id])) === 1) setTimeout(() => waiting.splice(0).forEach((answer) => answer()), 50) }
  set(id, session, callback) { rows[id] = JSON.parse(JSON.stringify(session)); callback() }
  destroy(id, callback) { delete rows[id]; callback() }
}`,
    )
    const bob: Action = { type: 'new-visitor', visitor: 'bob' }
    const events = await log(source, [
      alice,
      bob,
      visit('/count'),
      visit('/count', { visitor: 'bob' }),
      visit('/count'),
      visit('/count', { visitor: 'bob', at: 10 }),
    ])
    expect(bodies(events)).toEqual(['n 1', 'n 1', 'n 2', 'n 2'])
    const count = source.split('\n').findIndex((line) => line.startsWith("app.get('/count'")) + 1
    const ran = only(events, 'lines-ran').filter(({ lines, exchange }) => exchange !== null && lines.includes(count))
    expect(ran.map(({ exchange }) => exchange)).toEqual([1, 2, 3, 4])
    expect(only(events, 'session').map(({ exchange }) => exchange)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4])
  })
})

describe('the rows of a MemoryStore', () => {
  const SHORT = withSessions(
    `{ secret: 'x', resave: false, saveUninitialized: false, cookie: { maxAge: 60_000 }, store }`,
    `const store = new session.MemoryStore()
app.get('/all', (req, res) => store.all((error, all) => res.send(Object.keys(all).length + ' rows')))
app.get('/clear', (req, res) => store.clear(() => res.send('cleared')))`,
  )

  it('say what is in them and when they go', async () => {
    const [row] = only(await log(SHORT, [alice, visit('/count')]), 'row-set')
    expect(row).toMatchObject({ store: { kind: 'memory', name: 'connect.sid' }, exchange: 1, expires: EPOCH + 60_000 })
    expect(row && previewText(row.value, 400)).toBe(
      `{cookie: {originalMaxAge: 60000, expires: '2026-11-24T00:01:00.000Z', httpOnly: true, path: '/'}, n: 1}`,
    )
  })

  it('stay when they expire, until somebody asks for them', async () => {
    const events = await log(SHORT, [
      alice,
      visit('/count'),
      { type: 'clock', advance: 30_000 },
      visit('/'),
      { type: 'clock-to-next-expiry' },
      { type: 'clock-to-next-expiry' },
      { type: 'clock', advance: 1_000_000 },
      { type: 'clock-to-next-expiry' },
      visit('/all'),
    ])
    const moments = only(events, 'clock-moved').map(({ to }) => to - EPOCH)
    expect(moments).toEqual([30_000, 60_000, 90_000, 1_090_000])
    expect(only(events, 'action-ended').at(-2)).toMatchObject({ outcome: 'impossible', reason: 'no-expiry' })
    expect(only(events, 'row-set').map(({ expires }) => (expires ?? 0) - EPOCH)).toEqual([60_000, 90_000])
    expect(only(events, 'row-removed')).toMatchObject([{ exchange: 3, at: EPOCH + 1_090_000 }])
    expect(bodies(events).at(-1)).toBe('0 rows')
  })

  it('go all at once when the store is cleared', async () => {
    const events = await log(SHORT, [alice, visit('/count'), visit('/clear')])
    expect(only(events, 'row-removed')).toMatchObject([{ exchange: 2 }])
  })

  it('are told apart by store, also when two cookies have one name', async () => {
    const source = `const express = require('express'), session = require('express-session')
for (const port of [8080, 9090]) {
  const app = express()
  app.use(session({ secret: 'x', resave: false, saveUninitialized: true }))
  app.get('/', (req, res) => res.send('ok'))
  app.listen(port)
}`
    const events = await log(source, [alice, visit('http://localhost:8080/'), visit('http://localhost:9090/')])
    expect(only(events, 'row-set').map(({ store }) => store.name)).toEqual(['connect.sid', 'connect.sid (2)'])
  })
})
