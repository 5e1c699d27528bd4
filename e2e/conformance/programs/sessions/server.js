// express-session with its memory store, in the variants that decide when a cookie is set and a row saved.
const express = require('express')
const session = require('express-session')

const app = express()

/** Each variant has a store of its own: the middleware puts its way of making ids into the store. */
function shop(name, options) {
  const store = new session.MemoryStore()
  const router = express.Router()
  router.use(session({ secret: 'snip', resave: false, saveUninitialized: false, name, store, ...options }))
  router.get('/look', (req, res) => res.json({ count: req.session.count ?? null, maxAge: req.session.cookie.maxAge }))
  router.get('/count', (req, res) => {
    req.session.count = (req.session.count ?? 0) + 1
    res.send(`visit ${req.session.count}`)
  })
  router.get('/same', (req, res) => {
    req.session.count = req.session.count
    res.send('the same value again')
  })
  router.get('/touch', (req, res) => {
    req.session.touch()
    res.send(`touched, ${req.session.cookie.maxAge}`)
  })
  router.get('/save', (req, res, next) => {
    req.session.saved = true
    req.session.save((error) => (error ? next(error) : res.send('saved')))
  })
  router.get('/login', (req, res, next) => {
    req.session.regenerate((error) => {
      if (error) return next(error)
      req.session.user = req.query.user
      req.session.save(() => res.redirect('who'))
    })
  })
  router.get('/who', (req, res) => res.send(`you are ${req.session.user ?? 'nobody'}`))
  router.get('/logout', (req, res, next) => {
    req.session.destroy((error) => (error ? next(error) : res.clearCookie(name).send('bye')))
  })
  router.get('/forget', (req, res) => {
    req.session = null
    res.send('forgotten')
  })
  router.get('/reload', (req, res, next) => {
    req.session.count = 99
    req.session.reload((error) => (error ? next(error) : res.send(`reloaded ${req.session.count}`)))
  })
  router.get('/short', (req, res) => {
    req.session.cookie.maxAge = 5000
    req.session.short = true
    res.send('five seconds')
  })
  router.get('/stream', (req, res) => {
    res.write('head is out, ')
    req.session.count = 1
    res.end('now the session')
  })
  router.get('/cookie', (req, res) => res.json(req.session.cookie))
  router.get('/rows', (req, res) => {
    store.all((error, sessions) => res.json({ rows: Object.values(sessions) }))
  })
  return router
}

app.use('/plain', shop('plain.sid', {}))
app.use('/eager', shop('eager.sid', { saveUninitialized: true, resave: true }))
app.use('/rolling', shop('rolling.sid', { rolling: true, cookie: { maxAge: 60000 } }))
app.use('/aged', shop('aged.sid', { cookie: { maxAge: 60000, httpOnly: false, sameSite: 'lax' } }))
app.use('/unset', shop('unset.sid', { unset: 'destroy' }))
app.use('/secure', shop('secure.sid', { cookie: { secure: true } }))
app.use('/pathed', shop('pathed.sid', { cookie: { path: '/pathed', domain: 'localhost', priority: 'high' } }))
app.use('/rotated', shop('rotated.sid', { secret: ['fresh', 'snip'] }))
app.use('/numbered', shop('numbered.sid', { genid: (req) => `card-${req.query.card ?? 'none'}` }))

app.listen(3000)
