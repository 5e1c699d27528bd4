import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { alice, app, bodies, log, only, printed, visit } from '@/lib/runtime/test-support'

const WHO = app(`let n = 0; app.get('/', (req, res) => res.send('process ' + process.pid + ' visit ' + ++n))
app.get('/random', (req, res) => res.send(String(Math.random())))`)
const bob: Action = { type: 'new-visitor', visitor: 'bob' }
const home = visit('/')
const times = (count: number, action: Action = home) => Array.from({ length: count }, () => action)
const add: Action = { type: 'add-server' }
const stop = (server: string): Action => ({ type: 'stop-server', server })
const restart = (server: string): Action => ({ type: 'restart', server })
const reasons = (events: Awaited<ReturnType<typeof log>>) =>
  only(events, 'action-ended').map((event) => (event.outcome === 'done' ? 'done' : event.reason))

/** Which processes answered, one after the other. */
async function answering(story: Action[], servers = 2, more = {}) {
  const events = await log(WHO, [alice, ...story], { servers, ...more })
  return only(events, 'request-sent').map(({ process }) => process)
}

describe('several servers', () => {
  it('listen on the same port, and answer in turn', async () => {
    const events = await log(WHO, [alice, ...times(3)], { servers: 2 })
    expect(bodies(events)).toEqual(['process 1001 visit 1', 'process 1002 visit 1', 'process 1001 visit 2'])
    expect(only(events, 'request-sent').map(({ process }) => process)).toEqual([1, 2, 1])
    expect(only(events, 'process-started').map(({ server }) => server)).toEqual(['server-1', 'server-2'])
  })

  it('draw numbers of their own, the same ones each time', async () => {
    const draw = async () => bodies(await log(WHO, [alice, ...times(2, visit('/random'))], { servers: 2 }))
    const [first, second] = await draw()
    expect(first).not.toBe(second)
    expect(await draw()).toEqual([first, second])
  })

  it('can be sticky from the start, or from some point on', async () => {
    const ask = visit('/', { visitor: 'bob' })
    expect(await answering([bob, home, ask, home, ask, ask], 2, { balancing: 'sticky' })).toEqual([1, 2, 1, 2, 2])
    expect(await answering([home, { type: 'balance', by: 'sticky' }, home, home])).toEqual([1, 2, 2])
    const events = await log(WHO, [{ type: 'balance', by: 'round-robin' }], { balancing: 'sticky' })
    expect(only(events, 'balancing').map(({ by }) => by)).toEqual(['sticky', 'round-robin'])
  })

  it('a server that stopped is done without, until it is started again', async () => {
    const story = [home, stop('server-1'), ...times(2), restart('server-1'), ...times(2)]
    expect(await answering(story)).toEqual([1, 2, 2, 3, 2])
  })

  it('a server that ended by itself is done without too', async () => {
    const source = app(`app.get('/', (req, res) => res.send('ok')); app.get('/end', () => process.exit(3))`)
    const events = await log(source, [alice, visit('/end'), home, home], { servers: 2 })
    expect(only(events, 'request-sent').map(({ process }) => process)).toEqual([1, 2, 2])
    expect(only(events, 'exchange-failed')).toMatchObject([{ exchange: 1, failure: 'connection-reset' }])
  })

  it('share the disk and nothing in memory', async () => {
    const source = app(`const fs = require('fs'); let n = 0
app.get('/', (req, res) => { fs.appendFileSync('/tmp/f', '|'); res.send(++n + fs.readFileSync('/tmp/f', 'utf8')) })`)
    expect(bodies(await log(source, [alice, ...times(2)], { servers: 2 }))).toEqual(['1|', '1||'])
  })

  it('one more can be started, up to three', async () => {
    const events = await log(WHO, [alice, add, ...times(2), add, home, add])
    expect(only(events, 'request-sent').map(({ process }) => process)).toEqual([1, 2, 3])
    expect(reasons(events).at(-1)).toBe('too-many-servers')
  })

  it('the same server can’t listen twice on a port, and a second program port is each one’s own too', async () => {
    const twice = `const http = require('http'); http.createServer().listen(80); http.createServer().listen(80)`
    expect(only(await log(twice, [], { servers: 2 }), 'fault')).toMatchObject([
      { fault: 'port-in-use', process: 1 },
      { fault: 'port-in-use', process: 2 },
    ])
    const both = `const http = require('http'); for (const port of [80, 90]) http.createServer((q, s) => s.end(port + ' ' + process.pid)).listen(port)`
    const story = [visit('http://localhost:80/'), visit('http://localhost:90/'), visit('http://localhost:80/')]
    expect(bodies(await log(both, [alice, ...story], { servers: 2 }))).toEqual(['80 1001', '90 1001', '80 1002'])
  })
})

describe('a restart', () => {
  it('of one server leaves the other and its memory alone', async () => {
    const events = await log(WHO, [alice, ...times(2), restart('server-2'), ...times(2)], { servers: 2 })
    expect(bodies(events).slice(2)).toEqual(['process 1001 visit 2', 'process 1003 visit 1'])
  })

  it('of one server does not undo what the other still lives with; of all does', async () => {
    const source = app(
      `app.get('/', (req, res) => { const was = 'is ' + [].mark; Array.prototype.mark = 1; res.send(was) })`,
    )
    const all: Action = { type: 'restart' }
    const story = [alice, home, restart('server-1'), home, all, home]
    expect(bodies(await log(source, story, { servers: 2 }))).toEqual(['is undefined', 'is 1', 'is undefined'])
    expect(bodies(await log(source, [alice, home, restart('server-1'), home]))).toEqual([
      'is undefined',
      'is undefined',
    ])
  })

  it('of all starts also what was stopped', async () => {
    const story: Action[] = [home, stop('server-1'), stop('server-2'), home, { type: 'restart' }, ...times(2)]
    expect(await answering(story)).toEqual([1, null, 4, 3])
  })
})

it.each([
  ['a restart of a server that is none', restart('server-2')],
  ['stopping a server that is none', stop('server-2')],
])('%s is impossible', async (_name, action) => {
  expect(reasons(await log(WHO, [action]))).toEqual(['no-server'])
})

it('a server can’t be stopped twice', async () => {
  expect(reasons(await log(WHO, [stop('server-1'), stop('server-1')]))).toEqual(['done', 'no-server'])
})

it('a program asks the others by turn as well', async () => {
  const source = `const http = require('http')
http.createServer((req, res) => req.url === '/who' ? res.end(String(process.pid)) : http.get('http://localhost:80/who', (answer) => answer.on('data', (d) => res.end(process.pid + ' asked ' + d)))).listen(80)`
  const events = await log(source, [alice, visit('http://localhost:80/')], { servers: 2 })
  expect(bodies(events)).toEqual(['1001 asked 1002'])
})

it('output and lines are those of the process that made them', async () => {
  const source = app(`app.get('/', (req, res) => { console.log(process.pid); res.send('ok') })`)
  const events = await log(source, [alice, ...times(2)], { servers: 2 })
  expect(printed(events)).toBe('1001\n1002\n')
  expect(only(events, 'console').map(({ process }) => process)).toEqual([1, 2])
})
