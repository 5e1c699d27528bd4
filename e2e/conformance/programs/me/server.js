// Who is logged in, by express-session and the memory of one process.
const express = require('express')
const session = require('express-session')
const fs = require('fs')

const app = express()
const options = { secret: 'shop', resave: false, saveUninitialized: false }
app.use('/eager', session({ ...options, name: 'eager', saveUninitialized: true }), pages())
app.use('/', session(options), pages())

function pages() {
  const router = express.Router()
  router.get('/login', (req, res) => {
    req.session.user = req.query.user
    res.redirect(`${req.baseUrl}/me`)
  })
  router.get('/me', (req, res) => res.send(req.session.user ? `user=${req.session.user}` : 'not logged in'))
  router.get('/logout', (req, res) => req.session.destroy(() => res.send('logged out')))
  return router
}

// What all servers share: the disk.
app.get('/book', (req, res) => {
  fs.appendFile('book.txt', '|', () => fs.readFile('book.txt', 'utf8', (error, text) => res.send(text)))
})
app.get('/end', (req, res) => process.exit(3))
app.get('/slow', (req, res) => setTimeout(() => res.send(`slow ${Date.now()}`), 120))
app.get('/fast', (req, res) => res.send('fast'))
app.get('/never', (req, res) => res.write('begun'))

app.listen(3000)
