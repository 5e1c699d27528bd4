// A visit counter as one would write it today: redis 6 and connect-redis.
const express = require('express')
const session = require('express-session')
const { createClient } = require('redis')
const { RedisStore } = require('connect-redis')

const client = createClient()
client.on('error', (error) => console.error(error.message))
client.connect()

const app = express()
app.use(
  session({
    secret: 'shop',
    resave: false,
    saveUninitialized: false,
    cookie: { maxAge: 60000 },
    store: new RedisStore({ client, prefix: 'sess:' }),
  }),
)
app.get('/visit', (req, res) => {
  req.session.visit = (req.session.visit || 0) + 1
  res.send(`visit ${req.session.visit}`)
})
app.get('/look', async (req, res) => {
  res.json({ visit: req.session.visit ?? null, ttl: await client.ttl(`sess:${req.sessionID}`), keys: await client.dbSize() })
})
app.listen(3000)
