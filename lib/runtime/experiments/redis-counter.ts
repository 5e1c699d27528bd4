import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../e2e/conformance/programs/redis-counter')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

/** The course's visit counter (section 5) over its Redis store, as printed in section 7.2; with whatever redis is the usual one. */
export const REDIS_COUNTER_TODAY: Readonly<Record<string, string>> = {
  'server.js': read('server.js'),
  'redisstore.js': read('redisstore.js'),
}

/** The same with the redis that the listing was written for. */
export const REDIS_COUNTER: Readonly<Record<string, string>> = {
  ...REDIS_COUNTER_TODAY,
  'package.json': read('package.json'),
}

/** A counter as one would write it today: redis 6 and connect-redis. */
export const MODERN_COUNTER = `const express = require('express')
const session = require('express-session')
const { createClient } = require('redis')
const { RedisStore } = require('connect-redis')
const client = createClient()
client.on('error', (error) => console.log('redis:', error.message))
client.connect()
const app = express()
app.use(session({ secret: 's', resave: false, saveUninitialized: false, store: new RedisStore({ client }), cookie: { maxAge: 60000 } }))
app.get('/visit', (req, res) => {
  req.session.visit = (req.session.visit || 0) + 1
  res.send('visit ' + req.session.visit)
})
app.get('/look', (req, res) => res.send('seen ' + (req.session.visit || 0)))
app.listen(8080)
`
