// A small shop as a student would write it: login, ids from uuid and crypto, a visit file on disk.
const crypto = require('crypto')
const fs = require('fs')
const path = require('path')
const cookieParser = require('cookie-parser')
const express = require('express')
const session = require('express-session')
const mkdirp = require('mkdirp')
const { v4 } = require('uuid')

const app = express()
const users = { alice: 'wonder', 张三: '密码' }
const folder = path.join(__dirname, 'visits')
mkdirp.sync(folder)

app.set('view engine', 'html')
app.engine('html', require('ejs').__express)
app.set('views', __dirname)
app.use(cookieParser())
app.use(session({ secret: 'zfpx', resave: true, saveUninitialized: true }))
app.use(express.urlencoded({ extended: true }))

function checkUser(req, res, next) {
  if (req.session.username) next()
  else res.redirect('/')
}

app.get('/', (req, res) => res.render('index', { message: req.query.message ?? '' }))
app.post('/login', (req, res) => {
  const { username, password } = req.body ?? {}
  if (users[username] !== password || !password) return res.redirect(`/?message=${encodeURIComponent('密码错误')}`)
  req.session.username = username
  res.redirect('/user')
})
app.get('/user', checkUser, (req, res) => res.render('user', { username: req.session.username }))
app.get('/logout', (req, res) => {
  req.session.username = null
  res.redirect('/')
})

app.get('/ids', (req, res) => {
  res.json({
    uuid: v4(),
    randomUUID: crypto.randomUUID(),
    bytes: crypto.randomBytes(12).toString('base64'),
    values: [...crypto.getRandomValues(new Uint8Array(4))],
    math: [Math.random(), Math.random()],
    now: Date.now(),
    date: new Date().toISOString(),
  })
})
app.get('/bytes', (req, res, next) => {
  crypto.randomBytes(8, (error, bytes) => (error ? next(error) : res.send(bytes.toString('hex'))))
})
app.get('/hash', (req, res) => {
  res.json({
    md5: crypto.createHash('md5').update('剪发卡').digest('hex'),
    sha1: crypto.createHash('sha1').update('a').update('b').digest('base64'),
    sha256: crypto.createHash('sha256').update('card').digest('base64url'),
    hmac: crypto.createHmac('sha256', 'zfpx').update('sid').digest('base64'),
    equal: crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('a')),
  })
})
app.get('/visit', (req, res, next) => {
  const file = path.join(folder, 'count.json')
  fs.readFile(file, 'utf8', (error, text) => {
    if (error && error.code !== 'ENOENT') return next(error)
    const count = (text ? JSON.parse(text).count : 0) + 1
    fs.writeFile(file, JSON.stringify({ count }), (failed) => (failed ? next(failed) : res.send(`第${count}次`)))
  })
})
app.get('/folder', async (req, res) => {
  await fs.promises.writeFile(path.join(folder, 'b.txt'), 'b')
  res.json((await fs.promises.readdir(folder)).sort())
})

app.listen(8080)
