// Cookies set, read, signed and cleared.
const express = require('express')
const cookieParser = require('cookie-parser')

const app = express()
app.use(cookieParser(['new secret', 'old secret']))

app.get('/', (req, res) => {
  res.json({ cookies: req.cookies, signed: req.signedCookies, secret: req.secret })
})
app.get('/set', (req, res) => res.cookie('plain', 'value').send('set'))
app.get('/set-many', (req, res) => {
  res.cookie('a', '1')
  res.cookie('b', '2', { path: '/set-many' })
  res.cookie('a', '3')
  res.send('three lines')
})
app.get('/set-options', (req, res) => {
  res.cookie('everything', 'x', {
    domain: 'localhost',
    path: '/',
    maxAge: 60000,
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    priority: 'high',
    partitioned: true,
  })
  res.cookie('lax', 'x', { sameSite: true })
  res.cookie('none', 'x', { sameSite: 'none', secure: true })
  res.cookie('expires', 'x', { expires: new Date(Date.now() + 3600000) })
  res.end()
})
app.get('/set-values', (req, res) => {
  res.cookie('unicode', '剪发卡 90%')
  res.cookie('object', { balance: 100, list: [1] })
  res.cookie('number', 42)
  res.cookie('empty', '')
  res.cookie('raw', 'a b', { encode: (value) => value.replace(' ', '_') })
  res.send('values')
})
app.get('/set-signed', (req, res) => {
  res.cookie('card', '100', { signed: true })
  res.cookie('holder', { name: 'alice' }, { signed: true })
  res.send('signed')
})
app.get('/set-zero', (req, res) => res.cookie('now', 'x', { maxAge: 0 }).send('zero'))
app.get('/clear', (req, res) => {
  res.clearCookie('plain')
  res.clearCookie('b', { path: '/set-many' })
  res.clearCookie('everything', { httpOnly: true, secure: true, maxAge: 5000 })
  res.send('cleared')
})
app.get('/bad-name', (req, res) => res.cookie('bad name', 'x').send('never'))
app.get('/bad-same-site', (req, res) => res.cookie('a', 'x', { sameSite: 'sometimes' }).send('never'))
app.get('/redirect', (req, res) => res.cookie('via', 'redirect').redirect('/'))
app.get('/header', (req, res) => {
  res.setHeader('Set-Cookie', 'own=1')
  res.cookie('added', '2')
  res.append('Set-Cookie', 'appended=3; Max-Age=10')
  res.send('header')
})

app.listen(3000)
