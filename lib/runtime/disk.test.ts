import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { alice, app, bodies, EPOCH, log, only, printed, visit } from '@/lib/runtime/test-support'

/** What happened to files, in order: path, content and what else there is to say. */
function files(events: Parameters<typeof only>[0]) {
  return events.flatMap((event) => {
    if (event.type === 'file-removed') return [`${event.path} removed`]
    if (event.type !== 'file-written') return []
    const marks = [event.isNew ? 'new' : '', event.torn ? 'torn' : ''].filter((mark) => mark !== '')
    return [[`${event.path} ${JSON.stringify(event.content)}`, ...marks].join(' ')]
  })
}

const boot = (body: string) =>
  `const fs = require('fs'), path = require('path')\n${body}\nrequire('http').createServer().listen(1)`

it('the clock can go on to when a session in a file expires, and the file stays', async () => {
  const session = (expires: string) => JSON.stringify({ cookie: { expires }, visit: 1 })
  const events = await log(boot(`fs.mkdirSync('sessions')`), [
    { type: 'write-file', path: 'sessions/a.json', content: session('2026-11-24T00:02:00.000Z') },
    { type: 'write-file', path: 'sessions/b.json', content: session('2026-11-24T00:01:00.000Z') },
    { type: 'write-file', path: 'sessions/c.json', content: '{"cookie":{"expires":"2026-11-24T00:00:30.000Z"},"vis' },
    { type: 'write-file', path: 'notes.json', content: '{"expires":"2026-11-24T00:00:10.000Z"}' },
    { type: 'clock-to-next-expiry' },
    { type: 'clock-to-next-expiry' },
    { type: 'clock-to-next-expiry' },
  ])
  expect(only(events, 'clock-moved').map(({ to }) => to - EPOCH)).toEqual([60_000, 120_000])
  expect(only(events, 'action-ended').at(-1)).toMatchObject({ outcome: 'impossible', reason: 'no-expiry' })
  expect(only(events, 'file-removed')).toEqual([])
})

describe('the program’s own files', () => {
  it('are as old as their world, whenever somebody first looks at them', async () => {
    const events = await log(app(`app.get('/', (req, res) => res.send(require('fs').statSync('server.js').mtime))`), [
      alice,
      { type: 'clock', advance: 60_000 },
      visit('/'),
    ])
    expect(bodies(events)).toEqual([JSON.stringify(new Date(EPOCH))])
  })

  it('can be read by a program that replaced built-ins before it first read one, and printed', async () => {
    const events = await log({
      'server.js': app(`const { map } = Array.prototype
Array.prototype.map = Map.prototype.set = Object.entries = () => { throw new Error('replaced') }
const text = require('fs').readFileSync('card.json', 'utf8')
console.log({ text })
Array.prototype.map = map`),
      'card.json': '{"cups":5}',
    })
    expect(printed(events)).toBe(`{ text: '{"cups":5}' }\n`)
  })
})

describe('changes of files', () => {
  it('are in the log, but for the program’s own files at the beginning', async () => {
    const events = await log({ 'server.js': boot(''), 'views/a.html': 'hello' })
    expect(files(events)).toEqual([])
  })

  it('are one event where nothing could come between, two where Node opens first and writes then', async () => {
    const events = await log(
      boot(`fs.writeFileSync('a.txt', 'one'); fs.appendFileSync('a.txt', ' two')
fs.writeFile('b.txt', 'three', () => fs.promises.appendFile('b.txt', ' four'))`),
    )
    expect(files(events)).toEqual([
      'a.txt "one" new',
      'a.txt "one two"',
      'b.txt "" new',
      'b.txt "three"',
      'b.txt "three four"',
    ])
  })

  it('count also when the content is the same as before', async () => {
    const events = await log(boot(`fs.writeFileSync('a', 'x'); fs.writeFileSync('a', 'x'); fs.chmodSync('a', 0o600)`))
    expect(files(events)).toEqual(['a "x" new', 'a "x"'])
  })

  it('a file that moves is removed here and written there, a folder with all that it holds', async () => {
    const events = await log(
      boot(`fs.mkdirSync('d/e', { recursive: true }); fs.writeFileSync('d/a', '1'); fs.writeFileSync('d/e/b', '2')
fs.renameSync('d', 'f'); fs.renameSync('f/a', 'f/e/b'); fs.copyFileSync('f/e/b', '/tmp/c'); fs.rmSync('f', { recursive: true })`),
    )
    expect(files(events).slice(2)).toEqual([
      'd/a removed',
      'f/a "1" new',
      'd/e/b removed',
      'f/e/b "2" new',
      'f/a removed',
      'f/e/b "1"',
      '/tmp/c "1" new',
      'f/e/b removed',
    ])
  })

  it('belong to the process and the exchange that they were made for', async () => {
    const source = app(`const fs = require('fs'); fs.writeFileSync('boot', '')
app.get('/', (req, res) => fs.writeFile(req.query.name, 'x', () => res.send('ok')))`)
    const events = await log(source, [alice, visit('/?name=a'), { type: 'restart' }, visit('/?name=b')])
    expect(only(events, 'file-written').map(({ path, process, exchange }) => [path, process, exchange])).toEqual([
      ['boot', 1, null],
      ['a', 1, 1],
      ['a', 1, 1],
      ['boot', 2, null],
      ['b', 2, 2],
      ['b', 2, 2],
    ])
  })

  it('are written down before the program goes on', async () => {
    const events = await log(boot(`fs.writeFileSync('a', '1'); console.log('between'); fs.unlinkSync('a')`))
    const kinds = events.flatMap(({ type }) => (/^file|console/.test(type) ? [type] : []))
    expect(kinds).toEqual(['file-written', 'console', 'file-removed'])
  })

  it('carry content up to a bound, and say how much was left out', async () => {
    const [event] = only(await log(boot(`fs.writeFileSync('a', '剪'.repeat(9000))`)), 'file-written')
    expect(event).toMatchObject({ cut: 1000, size: 27_000, content: '剪'.repeat(8000) })
  })

  it('come from streams piece by piece', async () => {
    const events = await log(
      boot(`const out = fs.createWriteStream('s'); out.write('one'); out.write(' two'); out.end()`),
    )
    expect(files(events)).toEqual(['s "" new', 's "one"', 's "one two"'])
  })
})

describe('what is on the disk is what a restart runs', () => {
  it('a program that wrote over its own source is another one then', async () => {
    const source = app(
      `app.get('/', (req, res) => { require('fs').writeFileSync(__filename, "require('http').createServer((q, s) => s.end('new')).listen(9090)"); res.send('old') })`,
    )
    const events = await log(source, [alice, visit('/'), visit('/'), { type: 'restart' }, visit('/')])
    expect(bodies(events)).toEqual(['old', 'old', 'new'])
  })

  it('a program that removed it does not start', async () => {
    const events = await log(boot('fs.unlinkSync(__filename)'), [{ type: 'restart' }])
    expect(only(events, 'fault')).toMatchObject([
      {
        fault: 'module-not-found',
        message: "Cannot find module '/app/server.js'. There is no such file in the program.",
      },
    ])
  })
})

describe('bounds', () => {
  it('a disk without room says so in Node’s words', async () => {
    const events = await log(
      boot(`const say = (error) => console.log(error.code, error.errno, error.syscall, error.message)
try { for (let i = 0; i < 9; i++) fs.writeFileSync('big' + i, Buffer.alloc(5e6)) } catch (error) { say(error) }
fs.writeFile('more', Buffer.alloc(5e6), say)`),
    )
    const line = 'ENOSPC -28 write ENOSPC: no space left on device, write\n'
    expect(printed(events)).toBe(line + line)
  })

  it('has room for so many files and folders', async () => {
    const events = await log(
      boot(`try { for (let i = 0; ; i++) fs.mkdirSync('d' + i) } catch (error) { console.log(error.message.replace(/\\d+/, 'N')) }
try { fs.writeFileSync('d0/x', '') } catch (error) { console.log(error.message) }
fs.rmdirSync('d0'); fs.writeFileSync('x', 'fits')`),
    )
    expect(printed(events)).toBe(
      "ENOSPC: no space left on device, mkdir 'dN'\nENOSPC: no space left on device, open 'd0/x'\n",
    )
    expect(files(events)).toEqual(['x "fits" new'])
  })

  it('a program that writes without end is stopped', async () => {
    const events = await log(boot(`for (;;) fs.writeFileSync('a', 'x')`))
    expect(only(events, 'fault')).toMatchObject([{ fault: 'too-many-writes', place: { file: 'server.js', line: 2 } }])
    expect(only(events, 'file-written')).toHaveLength(2001)
  })
})

describe('overlapping requests', () => {
  const again = (url: string): Action => ({ ...visit(url), at: 0 })

  it('a reader meets a file that is empty, because a writer has only just opened it', async () => {
    const source = app(`const fs = require('fs'); fs.writeFileSync('f', 'full')
app.get('/read', (req, res) => fs.readFile('f', 'utf8', (error, text) => res.send('read: ' + text)))
app.get('/write', (req, res) => fs.writeFile('f', 'written', () => res.send('wrote')))`)
    const answers = async (...story: Action[]) => bodies(await log(source, [alice, ...story]))
    expect(await answers(visit('/read'), visit('/write'))).toEqual(['read: full', 'wrote'])
    expect(await answers(visit('/write'), visit('/read'))).toEqual(['wrote', 'read: written'])
    expect(await answers(visit('/read'), again('/write'))).toEqual(['read: ', 'wrote'])
    expect(await answers(visit('/write'), again('/read'))).toEqual(['wrote', 'read: written'])
  })
})
