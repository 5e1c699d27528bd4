// What functions and classes are called, as programs see it.
const express = require('express')
const session = require('express-session')
const cookieParser = require('cookie-parser')
const { EventEmitter } = require('events')
const { Readable, Writable, Duplex, Transform } = require('stream')
const http = require('http')

const app = express()
app.use(cookieParser())
app.use(session({ secret: 's', resave: false, saveUninitialized: false }))
app.use(express.json())
app.use(express.urlencoded({ extended: false }))
app.use(express.static(__dirname))
app.use(function mine(req, res, next) {
  next()
})

app.get('/', (req, res) => {
  res.json((app._router || app.router).stack.map(({ name }) => name))
})

app.get('/classes', (req, res) => {
  const classes = [EventEmitter, Readable, Writable, Duplex, Transform, Buffer, URL]
  const own = [req, res, req.session, req.session.cookie, app].map((object) => object.constructor.name)
  const made = [session, session.Store, session.MemoryStore, session.Cookie, session.Session, cookieParser, express]
  const servers = [http.createServer, http.IncomingMessage, http.ServerResponse, http.Server]
  res.json([...classes, ...made, ...servers].map(({ name }) => name).concat(own))
})

app.get('/methods', (req, res) => {
  const { regenerate, destroy, reload, save, touch } = req.session
  res.json([regenerate, destroy, reload, save, touch, res.send, res.json, res.cookie, req.get].map(({ name }) => name))
})

app.listen(8080)
