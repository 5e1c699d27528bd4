import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { alice, app, bodies, log, only, printed, visit } from '@/lib/runtime/test-support'

const crash: Action = { type: 'crash-in-write' }
const write = (path: string, content: string | null): Action => ({ type: 'write-file', path, content })
const reason = (events: Awaited<ReturnType<typeof log>>) =>
  only(events, 'action-ended').map((event) => (event.outcome === 'done' ? 'done' : event.reason))

describe('the power fails in the middle of a write', () => {
  const KEEPER = app(`const fs = require('fs')
app.get('/', (req, res) => fs.writeFile('f', '0123456789', () => { console.log('written'); res.send('ok') }))
app.get('/sync', (req, res) => { try { fs.writeFileSync('f', '0123456789') } catch (e) { console.log('caught') } fs.writeFileSync('g', 'late'); res.send('ok') })
app.get('/stream', (req, res) => fs.createWriteStream('f').end('0123456789'))
app.get('/promise', async (req, res) => { await fs.promises.writeFile('f', '0123456789').catch(() => console.log('caught')); console.log('after') })
app.get('/idle', (req, res) => { fs.closeSync(fs.openSync('e', 'w')); res.send('ok') })`)

  it.each(['/', '/sync', '/stream', '/promise'])('%s: half is on disk, and the process is gone', async (url) => {
    const events = await log(KEEPER, [alice, crash, visit(url), visit('/idle')])
    expect(only(events, 'file-written').at(-1)).toMatchObject({ path: 'f', content: '01234', size: 5, torn: true })
    expect(only(events, 'process-exited')).toMatchObject([{ code: 137, cause: 'crash' }])
    expect(only(events, 'exchange-failed').map(({ failure }) => failure)).toEqual([
      'connection-reset',
      'connection-refused',
    ])
    expect(printed(events)).toBe('')
    expect(only(events, 'fault')).toEqual([])
  })

  it('waits for content: opening a file is no write', async () => {
    const events = await log(KEEPER, [alice, crash, visit('/idle'), visit('/')])
    expect(only(events, 'file-written').map(({ path, torn }) => [path, torn])).toEqual([
      ['e', undefined],
      ['f', undefined],
      ['f', true],
    ])
  })

  it('happens once, and not at all after a restart', async () => {
    const restart: Action = { type: 'restart' }
    expect(bodies(await log(KEEPER, [alice, crash, restart, visit('/')]))).toEqual(['ok'])
    expect(bodies(await log(KEEPER, [alice, crash, visit('/'), restart, visit('/')]))[1]).toBe('ok')
  })

  it('spares a person’s hand and the other server', async () => {
    const events = await log(KEEPER, [alice, crash, write('f', '0123456789'), visit('/'), visit('/')], { servers: 2 })
    expect(only(events, 'file-written').map(({ process, torn }) => [process, torn])).toEqual([
      [null, undefined],
      [1, undefined],
      [1, true],
      [2, undefined],
      [2, undefined],
    ])
    expect(bodies(events)[1]).toBe('ok')
  })
})

describe('a person writes files', () => {
  const READER = app(`const fs = require('fs')
app.get('/', (req, res) => res.send(fs.existsSync(req.query.f) ? fs.readFileSync(req.query.f, 'utf8') : 'none'))
app.get('/set', (req, res) => { res.cookie('id', req.query.id); res.send('set') })`)

  it('which the program then finds', async () => {
    const story = [alice, write('d/f', 'hello'), visit('/?f=d/f'), write('/app/d/f', null), visit('/?f=d/f')]
    const events = await log(READER, story)
    expect(bodies(events)).toEqual(['hello', 'none'])
    expect(events.filter(({ type }) => type.startsWith('file-'))).toMatchObject([
      { type: 'file-written', path: 'd/f', content: 'hello', process: null, exchange: null, isNew: true },
      { type: 'file-removed', path: 'd/f', process: null, exchange: null },
    ])
  })

  it('named by the session id in a visitor’s cookie', async () => {
    const story = [alice, visit('/set?id=s%3Aabc.sig'), write('sessions/{alice/id}.json', '{"id":"{alice/id}"}')]
    expect(only(await log(READER, story), 'file-written')).toMatchObject([
      { path: 'sessions/abc.json', content: '{"id":"abc"}' },
    ])
    expect(reason(await log(READER, [alice, write('{alice/id}', '')]))).toEqual(['done', 'no-such-reference'])
    expect(reason(await log(READER, [alice, write('f', '{bob/id}')]))).toEqual(['done', 'no-such-reference'])
  })

  it.each([
    ['../etc/passwd', 'bad-path'],
    ['/etc/passwd', 'bad-path'],
    ['server.js/x', 'bad-path'],
    ['folder', 'bad-path'],
  ])('%s: %s', async (path, expected) => {
    expect(reason(await log({ 'server.js': app(''), 'folder/f': '' }, [write(path, 'x')]))).toEqual([expected])
  })

  it('but deletes none that is not there, and can’t fill what is full', async () => {
    expect(reason(await log(READER, [write('f', null)]))).toEqual(['no-file'])
    const full = app(`for (let i = 0; i < 6; i++) require('fs').writeFileSync('f' + i, Buffer.alloc(5.5e6))`)
    expect(reason(await log(full, [write('g', 'x'.repeat(2e6))]))).toEqual(['disk-full'])
  })
})
