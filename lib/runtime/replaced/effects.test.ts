import { expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { alice, app, bodies, log, only, visit } from '@/lib/runtime/test-support'

const HOME = 'http://localhost:9090/'
const RESTART: Action = { type: 'restart' }

it('a world whose own code meets a replaced built-in goes on: its servers end, and a fault names it and the line', async () => {
  const events = await log(
    app(`app.get('/', (req, res) => {
  res.on('finish', () => {
    Object.defineProperty(URL.prototype, 'href', { get() { throw new Error('mine') } })
  })
  res.send('here')
})`),
    [alice, visit(HOME), visit(HOME), RESTART, visit(HOME)],
  )
  const place = { file: 'server.js', line: 5 }
  expect(only(events, 'fault')).toMatchObject([
    { fault: 'replaced-built-ins', process: 1, action: 2, replaced: { names: ['URL.prototype.href'], place }, place },
  ])
  expect(only(events, 'process-exited').map(({ cause, action }) => [cause, action])).toEqual([['fault', 2]])
  expect(only(events, 'action-ended')).toHaveLength(5)
  expect(bodies(events)).toEqual(['here', 'here'])
})

it("what visitors keep and send is not decided by a program's own filter, find and includes", async () => {
  const own = `for (const name of ['filter', 'find', 'includes', 'some'])
  Array.prototype[name] = function () { return [] }
String.prototype.startsWith = String.prototype.endsWith = () => true
Map.prototype.values = () => [].values()
`
  const source = (first: string) => `require('http').createServer((req, res) => {
  ${first}
  res.setHeader('Set-Cookie', ['id=1; Max-Age=60', 'theme=dark'])
  res.end(req.headers.cookie || 'none')
}).listen(9090)`
  const story: Action[] = [alice, visit(HOME), visit(HOME), { type: 'clock-to-next-expiry' }, visit(HOME)]
  const cookies = async (first: string) => {
    const events = await log(source(first), story)
    return [bodies(events), only(events, 'cookie').map(({ decision }) => decision), only(events, 'clock-moved')]
  }
  expect(await cookies(own)).toMatchObject(JSON.parse(JSON.stringify(await cookies('')), withoutSeq))
})

it('an ordinary fault tells what the program has replaced before, and where', async () => {
  const events = await log(
    app(`const { prototype } = Array
prototype.map = null
app.get('/', (req, res) => res.send([1].map(String)))`),
    [alice, visit(HOME)],
  )
  expect(only(events, 'fault')).toMatchObject([
    { fault: 'start-error', replaced: { names: ['Array.prototype.map'], place: { file: 'server.js', line: 4 } } },
  ])
})

it('what is only added, or replaced as tests do, is no news', async () => {
  const events = await log(
    app(`Array.prototype.last = function () { return this.at(-1) }
Math.random = () => 0.5
setTimeout = undefined
app.get('/', () => { throw new Error('no card') })`),
    [alice, visit(HOME)],
  )
  expect(only(events, 'fault')).toMatchObject([{ fault: 'handler-error', message: 'Error: no card' }])
  expect(only(events, 'fault')[0]).not.toHaveProperty('replaced')
})

it('what cannot be undone ends the run, and not as a fault of ours', async () => {
  const run = log(
    app(`Object.defineProperty(Map.prototype, 'get', { value: null, configurable: false })
Object.defineProperty(Array.prototype, 'filter', { value: null, configurable: false })`),
    [alice, visit(HOME)],
  )
  await expect(run).rejects.toThrow('the program replaced built-ins')
})

/** A program that starts two lines later has its lines elsewhere. */
function withoutSeq(key: string, value: unknown): unknown {
  return key === 'seq' ? undefined : value
}
