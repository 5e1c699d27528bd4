import type { Program } from '@/lib/engine/story/program'
import { RELEASES } from '@/lib/lessons/packages/catalogue'

/** Touches what nearly every lesson's program touches. */
const USUAL = `
const express = require('express')
const session = require('express-session')
const app = express()
app.use(require('cookie-parser')())
const rows = {}
let store = new session.MemoryStore()
console.log({ disk: require('fs').existsSync('server.js') })`

/** What a program does with what is in a chunk, where it does more than load it. */
const MORE: Readonly<Record<string, string>> = {
  'redis-3': `
const client = require('redis').createClient()
store = Object.assign(new session.Store(), {
  get: (id, done) => client.get(id, (error, text) => done(error, JSON.parse(text))),
  set: (id, row, done) => client.set(id, JSON.stringify(row), done),
})`,
  'redis-6': `
const client = require('redis').createClient()
client.connect()
store = new (require('connect-redis').RedisStore)({ client })`,
  'iron-session': `
app.use(async (req, res, next) => {
  const sealed = await require('iron-session').getIronSession(req, res, { cookieName: 'sealed', password: 'r'.repeat(32) })
  sealed.visits = (sealed.visits || 0) + 1
  await sealed.save()
  next()
})`,
}

const SERVES = `
app.use(session({ secret: 'rehearsal', resave: true, saveUninitialized: false, store }))
app.get('/', (req, res) => {
  const id = req.cookies.id || String(Math.random())
  rows[id] = { at: Date.now() }
  req.session.visits = (req.session.visits || 0) + 1
  res.cookie('id', id).send('rehearsal ' + id)
})
app.listen(1)`

/** A program that uses these chunks as programs of the course do. */
export function programWith(chunks: readonly string[]): Program {
  const needed = RELEASES.filter(({ chunk }) => chunk !== undefined && chunks.includes(chunk))
  const dependencies = Object.fromEntries(needed.map(({ name, version }) => [name, version]))
  return {
    entry: 'server.js',
    files: {
      'package.json': JSON.stringify({ dependencies }),
      'server.js': [USUAL, ...chunks.map((chunk) => MORE[chunk] ?? ''), SERVES].join('\n'),
    },
  }
}
