// Whatever a program could notice of somebody looking on at its sessions: how often its objects are asked, with what its
// store is called, and in which order things happen.
const express = require('express')
const session = require('express-session')

const app = express()
const noticed = []

/** A store that notes how it is called, and answers a little later each time. */
class Noting extends session.Store {
  constructor(touches) {
    super()
    this.rows = {}
    if (touches) this.touch = (...args) => this.note('touch', args, () => args[2](null))
  }
  note(method, args, answer) {
    const callback = args.at(-1)
    noticed.push(`${method}/${args.length} ${typeof callback}`)
    if (typeof callback === 'function') noticed.push(`${callback.name}(${callback.length})`)
    setImmediate(() => {
      noticed.push(`${method} answers`)
      noticed.push(`${method} gave ${typeof callback === 'function' ? answer() : 'nothing'}`)
    })
  }
  get(...args) {
    this.note('get', args, () => args[1](null, this.rows[args[0]] && JSON.parse(this.rows[args[0]])))
  }
  set(...args) {
    this.rows[args[0]] = JSON.stringify(args[1])
    this.note('set', args, () => args[2](null))
  }
  destroy(...args) {
    delete this.rows[args[0]]
    this.note('destroy', args, () => args[1](null))
  }
}

/** Options that notice when they are read. */
function options(given) {
  return new Proxy(given, {
    get(target, key) {
      noticed.push(`option ${String(key)}`)
      return target[key]
    },
  })
}

function shop(name, given) {
  const router = express.Router()
  const cookie = options({ path: '/', maxAge: 60_000 })
  router.use(session(options({ secret: 'snip', name, resave: false, saveUninitialized: false, cookie, ...given })))
  router.use((req, res, next) => {
    const { end } = res
    res.end = function (...args) {
      noticed.push('end')
      process.nextTick(() => noticed.push('tick after end'))
      Promise.resolve().then(() => noticed.push('microtask after end'))
      setImmediate(() => noticed.push('immediate after end'))
      return end.apply(this, args)
    }
    next()
  })
  router.get('/look', (req, res) => res.send('look'))
  router.get('/write', (req, res) => {
    req.session.card = {
      toJSON() {
        noticed.push('toJSON')
        return { cut: 1 }
      },
    }
    Object.defineProperty(req.session, 'read', {
      enumerable: true,
      get() {
        noticed.push('getter')
        return 1
      },
    })
    res.send('written')
  })
  router.get('/stream', (req, res) => {
    res.write('head ')
    req.session.late = { toJSON: () => noticed.push('late toJSON') }
    res.end('tail')
  })
  router.get('/save', (req, res) => {
    req.session.saved = true
    const back = req.session.save((...args) => {
      noticed.push(`saved with ${args.length}`)
      res.send(`gave itself: ${back === req.session}`)
      return 'the program'
    })
  })
  router.get('/reload', (req, res) => req.session.reload((...args) => res.send(`reloaded with ${args.length}`)))
  router.get('/regenerate', (req, res) => req.session.regenerate((...args) => res.send(`new with ${args.length}`)))
  router.get('/destroy', (req, res) => req.session.destroy(() => res.send('destroyed')))
  router.get('/silent', (req, res) => {
    req.session.destroy()
    res.send('destroyed silently')
  })
  return router
}

app.get('/noticed', (req, res) => res.json(noticed.splice(0)))
app.use('/plain', shop('plain', { store: new Noting(true) }))
app.use('/untouched', shop('untouched', { store: new Noting(false) }))
app.use('/eager', shop('eager', { store: new Noting(true), resave: true, saveUninitialized: true, rolling: true }))
app.use('/memory', shop('memory', { unset: 'destroy', cookie: options({ path: '/memory', secure: 'auto' }) }))
app.listen(3000)
