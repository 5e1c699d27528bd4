import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { WorldOptions } from '@/lib/engine/story/program'
import { COUNTER } from '@/lib/runtime/experiments/counter'
import { setCookies } from '@/lib/runtime/experiments/seen'
import { alice, bodies, log, only, visit } from '@/lib/runtime/test-support'

/** A login over a session store; `options` are express-session's besides its secret. */
function login(options: string, before = ''): string {
  return `const express = require('express'), session = require('express-session')
const app = express()
${before}
app.use(session({ secret: 'shop', resave: false, ${options} }))
app.get('/login', (req, res) => { req.session.user = 'alice'; res.send('logged in') })
app.get('/me', (req, res) => res.send(req.session.user ? 'user=' + req.session.user : 'not logged in'))
app.listen(9090)`
}

const REDIS = login(
  `saveUninitialized: false, cookie: { maxAge: 60000 }, store: new RedisStore({ client })`,
  `const { RedisStore } = require('connect-redis'); const client = require('redis').createClient(); client.connect()`,
)
const me = visit('/me')
const story: Action[] = [alice, visit('/login'), me, me, me]
const two: Partial<WorldOptions> = { servers: 2 }

describe('two servers, each with its sessions in memory', () => {
  it('know only who logged in at them', async () => {
    const events = await log(login('saveUninitialized: false'), story, two)
    expect(bodies(events)).toEqual(['logged in', 'not logged in', 'user=alice', 'not logged in'])
  })

  it('replace each other’s cookie where every newcomer gets a session: she is lost at both', async () => {
    const events = await log(login('saveUninitialized: true'), story, two)
    expect(bodies(events)).toEqual(['logged in', 'not logged in', 'not logged in', 'not logged in'])
    const cookies = [1, 2, 3, 4].map((exchange) => setCookies(events, exchange))
    expect(cookies.map((lines) => lines.length)).toEqual([1, 1, 1, 1])
    expect(new Set(cookies.flat()).size).toBe(4)
  })

  it('serve her when the balancer lets her stay where she is', async () => {
    const events = await log(login('saveUninitialized: true'), story, { ...two, balancing: 'sticky' })
    expect(bodies(events).slice(1)).toEqual(['user=alice', 'user=alice', 'user=alice'])
  })
})

describe('two servers with their sessions in one Redis', () => {
  it('both know her, for as long as the key lives', async () => {
    const events = await log(REDIS, story, two)
    expect(bodies(events)).toEqual(['logged in', 'user=alice', 'user=alice', 'user=alice'])
    const [set] = only(events, 'redis-key-set')
    expect(set?.key).toMatch(/^sess:[\w-]{32}$/)
    expect((set?.expires ?? 0) - (set?.at ?? 0)).toBe(60_000)
  })

  it('both have forgotten her at once when the key is deleted', async () => {
    const del: Action = { type: 'redis', command: ['DEL', 'sess:{alice/connect.sid}'] }
    const events = await log(REDIS, [...story, del, me, me], two)
    expect(bodies(events).slice(-2)).toEqual(['not logged in', 'not logged in'])
  })
})

describe('a restart', () => {
  const restarted = (program: string | Record<string, string>, ...before: Action[]) =>
    log(program, [alice, ...before, { type: 'restart' }, ...before])

  it('forgets a session in memory, although its cookie is still sent', async () => {
    const events = await log(login('saveUninitialized: false'), [alice, visit('/login'), { type: 'restart' }, me])
    expect(bodies(events)).toEqual(['logged in', 'not logged in'])
    const sent = only(events, 'request-sent').map(({ request }) => request.headers.some(([name]) => name === 'Cookie'))
    expect(sent).toEqual([false, true])
  })

  it('leaves one in a file as it is', async () => {
    const events = await restarted({ ...COUNTER }, visit('http://localhost:8080/visit'))
    expect(bodies(events)).toEqual(['欢迎你的第1次光临', '欢迎你的第2次光临'])
  })

  it('makes every card of the first listing worth 100 again', async () => {
    const card = `const app = require('express')(); app.use(require('cookie-parser')()); const sessions = {}
app.get('/', (req, res) => { const card = sessions[req.cookies.id]; if (card) return res.send('left ' + (card.balance -= 10)); const id = String(Math.random()); sessions[id] = { balance: 100 }; res.cookie('id', id).send('new 100') })
app.listen(9090)`
    const events = await restarted(card, visit('/'), visit('/'))
    expect(bodies(events)).toEqual(['new 100', 'left 90', 'new 100', 'left 90'])
  })
})
