import { describe, expect, it } from 'vitest'
import { alice, app, EPOCH, log, only, visit } from '@/lib/runtime/test-support'

describe('lines that ran', () => {
  it('belong to the exchange that ran them, also over overlapping awaits, timers, files and rejections', async () => {
    const source = `const express = require('express'), fs = require('fs')
const app = express()
const wait = (ms) => new Promise((done) => setTimeout(done, ms))
app.get('/slow', async (req, res) => {
  await wait(100)
  console.log('slow')
  try { await wait(50).then(() => { throw new Error() }) } catch {
    console.log('slow, caught')
  }
  fs.readFile(__filename, () => {
    console.log('slow, file')
    res.send('slow')
  })
})
app.get('/fast', async (req, res) => {
  await wait(120)
  console.log('fast')
  res.send('fast')
})
app.listen(9090)`
    const events = await log(source, [alice, visit('/slow'), visit('/fast', { at: 10 })])
    const printed = only(events, 'console').map(({ text, exchange, at }) => [text.trim(), exchange, at - EPOCH])
    expect(printed).toEqual([
      ['slow', 1, 100],
      ['fast', 2, 130],
      ['slow, caught', 1, 150],
      ['slow, file', 1, 150],
    ])
    const linesOf = (id: number | null) =>
      [...new Set(only(events, 'lines-ran').flatMap(({ exchange, lines }) => (exchange === id ? lines : [])))].sort(
        (a, b) => a - b,
      )
    expect(linesOf(1)).toEqual([3, 5, 6, 7, 8, 10, 11, 12])
    expect(linesOf(2)).toEqual([3, 16, 17, 18])
    expect(linesOf(null)).toEqual([1, 2, 3, 4, 15, 20])
  })

  it('keep an exchange over a promise that another one resolves', async () => {
    const source = app(`let release
app.get('/wait', async (req, res) => { await new Promise((done) => { release = done }); console.log('waited'); res.send('ok') })
app.get('/release', (req, res) => { release(); res.send('ok') })`)
    const events = await log(source, [alice, visit('/wait'), visit('/release', { at: 5 })])
    expect(only(events, 'console')).toMatchObject([{ text: 'waited\n', exchange: 1 }])
  })
})

describe('a watched variable', () => {
  const shop = app(`var sessions = {}; const other = new Map()
app.get('/add', (req, res) => { sessions[req.query.id] = { balance: 100, nested: { deep: [1] } }; res.send('ok') })
app.get('/use', (req, res) => { sessions[req.query.id].balance -= 10; res.send('ok') })
app.get('/drop', (req, res) => { delete sessions[req.query.id]; res.send('ok') })
app.get('/new', (req, res) => { sessions = { fresh: 1 }; res.send('ok') })
app.get('/map', (req, res) => { other.set('k', 1); res.send('ok') })
app.get('/trap', (req, res) => { sessions.trap = new Proxy({}, { ownKeys() { console.log('trapped'); return [] } }); Object.defineProperty(sessions, 'getter', { enumerable: true, get() { console.log('got'); return 1 } }); res.send('ok') })`)

  it('shows rows added, changed and removed, by exchange', async () => {
    const events = await log(shop, [alice, visit('/add?id=a'), visit('/use?id=a'), visit('/drop?id=a')], {
      watch: ['sessions'],
    })
    const rows = events.filter((event) => event.type === 'row-set' || event.type === 'row-removed')
    expect(rows).toMatchObject([
      { type: 'row-set', exchange: 1, key: 'a', before: null, store: { kind: 'variable', name: 'sessions' } },
      { type: 'row-set', exchange: 2, key: 'a', before: { type: 'object' } },
      { type: 'row-removed', exchange: 3, key: 'a' },
    ])
    expect(JSON.stringify(rows[1])).toContain('"90"')
  })

  it('is written down before the answer that was given after it, and after one that was given before', async () => {
    const source = app(`var rows = {}
app.get('/before', (req, res) => { rows.a = 1; res.send('ok') })
app.get('/after', (req, res) => { res.send('ok'); rows.b = 2 })`)
    const events = await log(source, [alice, visit('/before'), visit('/after')], { watch: ['rows'] })
    const order = events.flatMap(({ type }) => (type === 'row-set' || type === 'response-head' ? [type] : []))
    expect(order).toEqual(['row-set', 'response-head', 'response-head', 'row-set'])
  })

  it('may be replaced, be a Map, and is not disturbed by getters and proxies', async () => {
    const events = await log(shop, [alice, visit('/new'), visit('/map'), visit('/trap')], {
      watch: ['sessions', 'other'],
    })
    expect(only(events, 'row-set').map(({ store, key }) => `${store.name}.${key}`)).toEqual([
      'sessions.fresh',
      'other.k',
      'sessions.trap',
      'sessions.getter',
    ])
    expect(only(events, 'console')).toEqual([])
  })
})
