import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { MODERN_COUNTER } from '@/lib/runtime/experiments/redis-counter'
import { alice, app, bodies, log, only, visit } from '@/lib/runtime/test-support'

const at = (url: string, moment: number): Action => visit(url, { at: moment })

/** Commands of programs, each with its exchange and its first argument. */
function commands(events: readonly Event[]): string[] {
  return only(events, 'redis-command').flatMap(({ exchange, command: [name = '', first = ''] }) =>
    /^(set|get|exec|multi|incr|lpush|ping)$/i.test(name) ? [`${exchange}: ${name.toUpperCase()} ${first}`.trim()] : [],
  )
}

const printed = (events: readonly Event[]) =>
  only(events, 'console').map(({ exchange, text }) => `${exchange}: ${text.trim()}`)

/** The same program for both clients: `ask` calls back with the reply. */
const CLIENTS = {
  'redis 3': {
    files: { 'package.json': '{ "dependencies": { "redis": "^3.0.0" } }' },
    start: `const client = require('redis').createClient()
const ask = (name, ...args) => new Promise((done, failed) => client.send_command(name, args, (error, reply) => error ? failed(error) : done(reply)))
const giveUp = () => client.end(true)
const exec = (multi) => new Promise((done) => multi.exec((error, replies) => done(replies)))`,
  },
  'redis 6': {
    files: {},
    start: `const client = require('redis').createClient(); client.on('error', () => {}); client.connect()
const ask = (...words) => client.sendCommand(words)
const giveUp = () => client.destroy()
const exec = (multi) => multi.exec()`,
  },
}

describe.each(Object.entries(CLIENTS))('%s over one connection', (_name, { files, start }) => {
  const run = (routes: string, story: readonly Action[]) =>
    log({ ...files, 'server.js': app(`${start}\n${routes}`) }, [alice, ...story])

  it('keeps requests of the same moment apart, also over several commands', async () => {
    const events = await run(
      `app.get('/:name', async (req, res) => {
  await ask('SET', req.params.name, '1')
  console.log('set', req.params.name)
  const value = await ask('GET', req.params.name)
  console.log('got', req.params.name)
  res.send(req.params.name + value)
})`,
      [visit('/a'), at('/b', 0), at('/c', 0)],
    )
    expect(bodies(events)).toEqual(['a1', 'b1', 'c1'])
    expect(commands(events).sort()).toEqual(['1: GET a', '1: SET a', '2: GET b', '2: SET b', '3: GET c', '3: SET c'])
    expect(printed(events).sort()).toEqual(['1: got a', '1: set a', '2: got b', '2: set b', '3: got c', '3: set c'])
    const ofNobody = only(events, 'lines-ran').flatMap(({ exchange, lines }) => (exchange === null ? lines : []))
    expect(ofNobody.filter((line) => line >= 8 && line <= 12)).toEqual([])
  })

  it('knows whose commands waited until the connection was there', async () => {
    const events = await run(
      `app.get('/:name', async (req, res) => { res.send(String(await ask('GET', req.params.name))); console.log(req.params.name) })`,
      [{ type: 'stop-redis' }, { type: 'start-redis' }, visit('/a'), at('/b', 10)],
    )
    expect(commands(events).sort()).toEqual(['1: GET a', '2: GET b'])
    expect(printed(events).sort()).toEqual(['1: a', '2: b'])
  })

  it('keeps transactions together', async () => {
    const events = await run(
      `app.get('/:name', async (req, res) => {
  const reply = await exec(client.multi().set(req.params.name, '1').get(req.params.name))
  console.log(req.params.name, reply.join())
  res.send('ok')
})`,
      [visit('/a'), at('/b', 0)],
    )
    expect(printed(events).sort()).toEqual(['1: a OK,1', '2: b OK,1'])
    expect(commands(events).filter((line) => line.startsWith('2'))).toEqual([
      '2: MULTI',
      '2: SET b',
      '2: GET b',
      '2: EXEC',
    ])
  })

  it('gives an error reply to the exchange whose command it was', async () => {
    const events = await run(
      `app.get('/wrong', async (req, res) => { try { await ask('LPUSH', 'text', 'x') } catch (error) { console.log(error.message) } res.send('ok') })
app.get('/right', async (req, res) => { await ask('SET', 'other', '1'); console.log('fine'); res.send('ok') })`,
      [{ type: 'redis', command: ['SET', 'text', '1'] }, visit('/wrong'), at('/right', 0)],
    )
    expect(printed(events).sort()).toEqual([
      '1: WRONGTYPE Operation against a key holding the wrong kind of value',
      '2: fine',
    ])
  })

  it('tells each exchange of its own command when a third one gives the connection up', async () => {
    const events = await run(
      `app.use((req, res, next) => setTimeout(next, Number(req.query.after)))
app.get('/end', (req, res) => { giveUp(); res.send('ended') })
app.get('/:name', async (req, res) => { await ask('GET', req.params.name).catch(() => console.log(req.params.name)); res.send('ok') })`,
      [visit('/a?after=30'), at('/b?after=20', 10), at('/end?after=10', 10)],
    )
    expect(printed(events)).toEqual(['1: a', '2: b'])
  })

  it('does what belongs to no exchange for none', async () => {
    const events = await run(
      `ask('SET', 'start', '1').then(() => console.log('started'))
app.get('/', (req, res) => res.send('ok'))`,
      [visit('/')],
    )
    expect(commands(events)).toEqual(['null: SET start'])
    expect(printed(events)).toEqual(['null: started'])
  })
})

describe('connect-redis', () => {
  it('fails each request on its own account when a third one gives the connection up', async () => {
    const source = MODERN_COUNTER.replace(
      'app.use(session(',
      `app.use((req, res, next) => setTimeout(next, Number(req.query.after || 0)))
app.get('/end', (req, res) => { client.destroy(); res.send('ended') })
app.use(session(`,
    )
    const to = (path: string, more: Parameters<typeof visit>[1]) => visit(`http://localhost:8080${path}`, more)
    const events = await log(source, [
      { type: 'new-visitor', visitor: 'bob' },
      alice,
      to('/visit', {}),
      to('/visit', { visitor: 'bob' }),
      to('/visit?after=30', {}),
      to('/visit?after=20', { visitor: 'bob', at: 10 }),
      to('/end?after=10', { at: 10 }),
    ])
    const failed = only(events, 'store-answer').filter(({ outcome }) => outcome === 'failed')
    expect(failed.map(({ exchange }) => exchange)).toEqual([3, 4])
    const faults = only(events, 'fault').map(({ fault, exchange }) => `${fault} ${exchange}`)
    expect(faults.sort()).toEqual(['handler-error 3', 'handler-error 4'])
  })
})

describe('redis 3 with callbacks', () => {
  it('calls back on behalf of the exchange also when the connection is lost', async () => {
    const events = await log(
      {
        ...CLIENTS['redis 3'].files,
        'server.js':
          app(`const client = require('redis').createClient({ retry_strategy: () => undefined }); client.on('error', () => {})
app.get('/:name', (req, res) => client.get(req.params.name, (error) => { console.log(req.params.name, error.code); res.send('ok') }))`),
      },
      [alice, { type: 'stop-redis' }, visit('/a'), at('/b', 0)],
    )
    expect(printed(events)).toEqual(['1: a NR_CLOSED', '2: b NR_CLOSED'])
  })

  it('says whose callback threw', async () => {
    const events = await log(
      {
        ...CLIENTS['redis 3'].files,
        'server.js': app(`const client = require('redis').createClient()
app.get('/good', (req, res) => client.get('a', () => setTimeout(() => res.send('ok'), 50)))
app.get('/bad', (req, res) => client.get('a', (error, value) => JSON.parse(value).x))`),
      },
      [alice, visit('/good'), at('/bad', 0)],
    )
    expect(only(events, 'fault')).toMatchObject([
      { fault: 'uncaught-error', exchange: 2, place: { file: 'server.js', line: 5 } },
    ])
  })
})
