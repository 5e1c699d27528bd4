import { describe, expect, it } from 'vitest'
import type { Story } from '@/lib/engine/story/action'
import { MODERN_COUNTER } from '@/lib/runtime/experiments/redis-counter'
import { openWorld, openWorlds } from '@/lib/runtime/node'
import { app, EPOCH, log, visit } from '@/lib/runtime/test-support'

const BUSY = app(`const session = require('express-session'), crypto = require('crypto'), fs = require('fs')
app.use(session({ secret: 's', resave: false, saveUninitialized: true, cookie: { maxAge: 60000 } }))
const rows = {}; let n = 0
app.get('/', async (req, res) => { await new Promise((r) => setTimeout(r, Math.random() * 100)); rows[crypto.randomUUID()] = { at: Date.now(), n: ++n }; console.log(rows); res.cookie('last', String(Math.random())).send(req.sessionID) })
app.get('/file', (req, res) => fs.appendFile('log.txt', req.url, () => fs.readFile('log.txt', 'utf8', (e, text) => { setImmediate(() => res.write(text)); process.nextTick(() => res.write('tick')); setTimeout(() => res.end(), 30) })))
app.get('/go', (req, res) => { res.redirect('/') })`)

const STORY: Story = [
  { type: 'new-visitor', visitor: 'alice', url: 'http://localhost:9090/' },
  { type: 'new-visitor', visitor: 'bob', url: 'http://localhost:9090/file', at: 10 },
  visit('/go', { at: 5 }),
  visit('/file', { visitor: 'bob', at: 0 }),
  visit('/', { at: 20 }),
  { type: 'clock', advance: 61_000 },
  visit('/'),
  { type: 'restart' },
  visit('/', { visitor: 'bob' }),
  { type: 'close-visitor', visitor: 'alice' },
]

describe('the same program, story and seed', () => {
  it('give the identical log ten times in a row, with overlapping requests', async () => {
    const options = { watch: ['rows'] }
    const first = await log(BUSY, STORY, options)
    expect(first.length).toBeGreaterThan(100)
    expect(first.filter(({ type }) => type === 'fault')).toEqual([])
    for (let run = 1; run < 10; run++) expect(await log(BUSY, STORY, options)).toEqual(first)
  }, 30_000)

  it('do not depend on how actions were handed in, one by one or all at once', async () => {
    const program = { files: { 'server.js': BUSY }, entry: 'server.js' }
    const story: Story = STORY.flatMap(({ at: _at, ...action }) => [action])
    const options = { seed: 'one', epoch: EPOCH, watch: ['rows'] }
    const together = await openWorld(program, options)
    const apart = await openWorld(program, options)
    await together.act(...story)
    for (const action of story) await apart.act(action)
    expect(apart.log).toEqual(together.log)
    await Promise.all([together.end(), apart.end()])
  })

  it('give the identical log in a worker that served another program before, whatever that one left behind', async () => {
    const options = { seed: 'test', epoch: EPOCH, watch: ['rows'] }
    const busy = { files: { 'server.js': BUSY }, entry: 'server.js' }
    const fresh = await log(BUSY, STORY, options)
    const open = openWorlds()
    const leaving = [
      `Object.prototype.balance = NaN; global.left = 1; Math.random = () => 4; Array.prototype.left = 1
        Date.now = () => 0; String.prototype.padEnd = null`,
      `setInterval(() => { console.log('still here') }, 1); process.on('exit', () => console.log('bye'))
        new Promise((resolve) => setTimeout(resolve, 5)).then(() => { throw new Error('late') })`,
      "require('fs').writeFileSync('log.txt', 'old'); require('express').response.send = null",
      'Object.freeze(Array.prototype)',
      'undefined.x',
    ]
    for (const source of leaving) {
      const world = await open({ files: { 'server.js': app(source) }, entry: 'server.js' }, options)
      await world.act({ type: 'new-visitor', visitor: 'alice', url: '/' })
      await world.end()
      const next = await open(busy, options)
      await next.act(...STORY)
      expect(next.log).toEqual(fresh)
      await next.end()
    }
  }, 30_000)

  it('with Redis: clients, expiry, a stop and a second server', async () => {
    const to = (visitor: string, at?: number) =>
      visit('http://localhost:8080/visit', { visitor, ...(at === undefined ? {} : { at }) })
    const story: Story = [
      { type: 'new-visitor', visitor: 'alice' },
      { type: 'new-visitor', visitor: 'bob' },
      to('alice'),
      to('bob', 0),
      to('alice', 0),
      { type: 'redis', command: ['SRANDMEMBER', 'none'] },
      { type: 'stop-redis' },
      to('bob'),
      { type: 'start-redis' },
      to('alice'),
      { type: 'clock-to-next-expiry' },
      { type: 'restart' },
      to('bob'),
    ]
    const first = await log(MODERN_COUNTER, story, { servers: 2 })
    expect(first.filter(({ type }) => type === 'redis-command').length).toBeGreaterThan(10)
    expect(first.some(({ type }) => type === 'redis-key-removed')).toBe(true)
    for (let run = 1; run < 5; run++) expect(await log(MODERN_COUNTER, story, { servers: 2 })).toEqual(first)
  }, 30_000)
})
