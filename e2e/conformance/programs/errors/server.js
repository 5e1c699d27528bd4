// Everything that can go wrong in a handler, and who answers then.
const express = require('express')

const app = express()

app.get('/fine', (req, res) => res.send('fine'))
app.get('/throw', () => {
  throw new Error('thrown at once')
})
app.get('/throw-status', () => {
  throw Object.assign(new Error('pay first'), { status: 402, headers: { 'X-Reason': 'balance' } })
})
app.get('/throw-text', () => {
  throw 'only <text> & more'
})
app.get('/async', async () => {
  await null
  throw new TypeError('rejected later')
})
app.get('/next', (req, res, next) => next(Object.assign(new Error('gone'), { statusCode: 410 })))
app.get('/next-route', (req, res, next) => next('route'), () => {})
app.get('/next-route', (req, res) => res.send('second route'))
app.get('/not-a-function', () => {
  const card = undefined
  card.balance()
})
app.get('/bad-header', (req, res) => res.set('X-Bad', 'line\nbreak').send('never'))
app.get('/bad-status', (req, res) => res.status(99).send('never'))
app.get('/headers-sent', (req, res) => {
  res.send('sent')
  try {
    res.set('X-Late', '1')
  } catch (error) {
    app.locals.late = `${error.code}: ${error.message}`
  }
})
app.get('/late', (req, res) => res.send(app.locals.late ?? 'none'))
app.get('/half', (req, res) => {
  res.write('first half')
  setTimeout(() => res.destroy(new Error('lost')), 20)
})
app.get('/half-error', (req, res, next) => {
  res.write('written, then ')
  next(new Error('too late for a page'))
})
app.get('/crash', () => {
  setTimeout(() => {
    throw new Error('nobody catches this')
  }, 10)
})
app.get('/handled', (req, res, next) => next(new Error('for the handler')))
app.use('/handled', (error, req, res, next) => {
  res.status(503).set('Retry-After', '120').json({ error: error.message, path: req.path })
})
app.post('/fine-too', (req, res) => res.send('posted'))

app.listen(3000)
