import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { alice, app, bodies, EPOCH, log, only, printed, visit } from '@/lib/runtime/test-support'

const COUNTER = app(`let n = 0
app.get('/', (req, res) => res.send('visit ' + ++n))
app.get('/now', (req, res) => res.send(String(Date.now())))
app.get('/slow', (req, res) => setTimeout(() => res.send('slow'), 200))
app.get('/fast', (req, res) => res.send('fast'))
app.get('/hang', () => {})
app.get('/late', (req, res) => { setTimeout(() => console.log('later'), 60000); res.send('ok') })
app.get('/random', (req, res) => res.send(String(Math.random()) + ' ' + require('crypto').randomBytes(4).toString('hex')))
app.get('/pieces', (req, res) => { res.write('one'); setTimeout(() => res.write('two'), 100); setTimeout(() => res.end('three'), 300) })
app.get('/login', (req, res) => { res.cookie('user', 'alice'); res.status(302).set('Location', '/me'); res.write('redir'); setTimeout(() => res.end(), 300) })
app.get('/me', (req, res) => res.send('cookie: ' + req.headers.cookie))`)

describe('time', () => {
  it('stands still while nothing waits for it', async () => {
    const events = await log(COUNTER, [alice, visit('/now'), visit('/now')])
    expect(bodies(events)).toEqual([String(EPOCH), String(EPOCH)])
    expect(only(events, 'clock-moved')).toEqual([])
  })

  it('jumps to the next timer while an exchange waits, and no further', async () => {
    const events = await log(COUNTER, [alice, visit('/slow'), visit('/now')])
    expect(bodies(events)).toEqual(['slow', String(EPOCH + 200)])
    expect(only(events, 'clock-moved')).toMatchObject([{ from: EPOCH, to: EPOCH + 200, cause: 'wait' }])
  })

  it('leaves later timers alone until a person moves the clock', async () => {
    const story = [alice, visit('/late')]
    expect(printed(await log(COUNTER, story))).toBe('')
    expect(printed(await log(COUNTER, [...story, { type: 'clock', advance: 59_999 }]))).toBe('')
    expect(printed(await log(COUNTER, [...story, { type: 'clock', advance: 60_000 }]))).toBe('later\n')
  })

  it('runs out for a visitor after 30 virtual seconds', async () => {
    const events = await log(COUNTER, [alice, visit('/hang')])
    expect(only(events, 'exchange-failed')).toMatchObject([{ failure: 'timed-out', at: EPOCH + 30_000 }])
    expect(only(events, 'fault')).toMatchObject([{ fault: 'never-answered' }])
  })
})

describe('overlap', () => {
  it('interleaves requests with moments of their own', async () => {
    const events = await log(COUNTER, [alice, visit('/slow'), visit('/fast', { at: 50 })])
    expect(only(events, 'response-ended').map(({ exchange, at }) => [exchange, at - EPOCH])).toEqual([
      [2, 50],
      [1, 200],
    ])
  })
})

describe('a response in pieces', () => {
  it('arrives as head and chunks, each at its own moment', async () => {
    const events = await log(COUNTER, [alice, visit('/pieces')])
    const pieces = events.filter(({ type }) => type.startsWith('response-'))
    expect(pieces.map(({ type, at }) => [type, at - EPOCH])).toEqual([
      ['response-head', 0],
      ['response-data', 0],
      ['response-data', 100],
      ['response-data', 300],
      ['response-ended', 300],
    ])
    expect(bodies(events)).toEqual(['onetwothree'])
  })

  it('has its cookies stored and its redirect followed at the head', async () => {
    const events = await log(COUNTER, [alice, visit('/login')])
    const second = only(events, 'request-sent')[1]
    expect(second).toMatchObject({ url: 'http://localhost:9090/me', redirectOf: 1, at: EPOCH })
    expect(bodies(events)[1]).toBe('cookie: user=alice')
    expect(only(events, 'response-ended').map(({ exchange, at }) => [exchange, at - EPOCH])).toEqual([
      [2, 0],
      [1, 300],
    ])
  })
})

describe('randomness', () => {
  it('comes from the seed alone', async () => {
    const story = [alice, visit('/random')]
    expect(bodies(await log(COUNTER, story))).toEqual(bodies(await log(COUNTER, story)))
    expect(bodies(await log(COUNTER, story))).not.toEqual(bodies(await log(COUNTER, story, { seed: 'other' })))
  })

  it('of one exchange is not moved by what another draws', async () => {
    const once = COUNTER
    const twice = COUNTER.replace("app.get('/fast', (req, res) => ", "app.get('/fast', (req, res) => Math.random() && ")
    const story = [alice, visit('/fast'), visit('/random')]
    expect(bodies(await log(twice, story))[1]).toBe(bodies(await log(once, story))[1])
  })

  it('can be held constant while crypto stays random', async () => {
    const [first, second] = bodies(
      await log(COUNTER, [alice, visit('/random'), visit('/random')], { seed: 'constant-random' }),
    )
    expect(first?.split(' ')[0]).toBe('0.5')
    expect(second?.split(' ')[0]).toBe('0.5')
    expect(first?.split(' ')[1]).not.toBe(second?.split(' ')[1])
  })
})

describe('a restart', () => {
  it('is a new process: memory is gone, disk, jars and clock stay', async () => {
    const source = app(`const fs = require('fs'); let n = 0
app.get('/', (req, res) => { fs.appendFileSync('/tmp/visits', '|'); res.cookie('c', '1'); res.send(++n + fs.readFileSync('/tmp/visits', 'utf8') + (req.headers.cookie || '')) })`)
    const events = await log(source, [
      alice,
      visit('/slow'),
      visit('/'),
      { type: 'clock', advance: 5 },
      { type: 'restart' },
      visit('/'),
    ])
    expect(bodies(events).slice(1)).toEqual(['1|', '1||c=1'])
    expect(only(events, 'process-exited')).toMatchObject([{ cause: 'restart', process: 1 }])
    expect(only(events, 'process-started').map(({ process, at }) => [process, at - EPOCH])).toEqual([
      [1, 0],
      [2, 5],
    ])
  })

  it('leaves nothing of what the program did to built-ins', async () => {
    const source = app(
      `app.get('/', (req, res) => { const was = [({}).balance, [].map === 1, typeof extra, JSON.parse('1')].join(); const s = {}; s['__proto__'].balance = NaN; Array.prototype.extraMethod = 1; global.extra = 1; JSON.parse = () => 2; res.send(was) })`,
    )
    const events = await log(source, [alice, visit('/'), { type: 'restart' }, visit('/')])
    expect(bodies(events)).toEqual([',false,undefined,1', ',false,undefined,1'])
  })

  it('runs nothing of the dead process: timers, promises, file callbacks', async () => {
    const source = app(`setTimeout(() => console.log('timer'), 10); setInterval(() => {}, 1000)
app.get('/', async (req, res) => { res.send('ok'); await new Promise((r) => setTimeout(r, 10)); console.log('after await') })`)
    const events = await log(source, [alice, visit('/'), { type: 'restart' }, { type: 'clock', advance: 9 }])
    expect(printed(events)).toBe('')
  })
})

describe('the network', () => {
  it('refuses connections where nothing listens and knows no other hosts', async () => {
    const events = await log(COUNTER, [alice, visit('http://localhost:1234/'), visit('http://example.com/')])
    expect(only(events, 'exchange-failed').map(({ failure }) => failure)).toEqual([
      'connection-refused',
      'unknown-host',
    ])
  })

  it('reaches several servers on several ports', async () => {
    const source = `const http = require('http')
http.createServer((req, res) => res.end('one')).listen(8080)
http.createServer((req, res) => res.end('two')).listen(9090)`
    const events = await log(source, [alice, visit('http://localhost:8080/'), visit('http://localhost:9090/')])
    expect(bodies(events)).toEqual(['one', 'two'])
  })

  it('lets a program ask another server of its world', async () => {
    const source = `const http = require('http')
http.createServer((req, res) => { let body = ''; req.on('data', (d) => body += d); req.on('end', () => res.end(req.method + ' ' + body)) }).listen(8080)
http.createServer((req, res) => { const ask = http.request({ port: 8080, method: 'POST' }, (answer) => { let text = ''; answer.on('data', (d) => text += d); answer.on('end', () => res.end('got ' + text)) }); ask.end('hello') }).listen(9090)`
    expect(bodies(await log(source, [alice, visit('http://localhost:9090/')]))).toEqual(['got POST hello'])
  })

  it('gives up after 20 redirects', async () => {
    const events = await log(app(`app.get('/', (req, res) => res.redirect('/'))`), [alice, visit('/')])
    expect(only(events, 'request-sent')).toHaveLength(22)
    expect(only(events, 'exchange-failed')).toMatchObject([{ failure: 'too-many-redirects' }])
  })
})

describe('actions', () => {
  it.each<[string, Action]>([
    ['an unknown visitor', visit('/', { visitor: 'nobody' })],
    ['no URL', visit('http://')],
    ['another scheme', visit('javascript:alert(1)')],
    ['a reload of nothing', { type: 'reload', visitor: 'alice' }],
    ['back from nothing', { type: 'back', visitor: 'alice' }],
    ['a second visitor of the same name', alice],
    ['a clock that goes back', { type: 'clock', advance: -1 }],
    ['a cookie that is not there', { type: 'delete-cookie', visitor: 'alice', host: 'localhost', name: 'x' }],
    ['an expiry that will not come', { type: 'clock-to-next-expiry' }],
  ])('%s is impossible and says so', async (_name, action) => {
    const events = await log(COUNTER, [alice, action])
    expect(only(events, 'action-ended')[1]).toMatchObject({ outcome: 'impossible', reason: expect.any(String) })
  })

  it('go back and forth in a history', async () => {
    const events = await log(COUNTER, [
      alice,
      visit('/'),
      visit('/fast'),
      { type: 'back', visitor: 'alice' },
      { type: 'reload', visitor: 'alice' },
    ])
    expect(bodies(events)).toEqual(['visit 1', 'fast', 'visit 2', 'visit 3'])
    expect(only(events, 'page-shown').map(({ history }) => history)).toEqual(['push', 'push', 'back', 'replace'])
  })
})
