// What the body parsers make of bodies, good and bad.
const express = require('express')

const app = express()
app.use('/json', express.json({ limit: '1kb' }))
app.use('/loose', express.json({ strict: false, type: ['application/*+json', 'application/json'] }))
app.use('/form', express.urlencoded({ extended: true, limit: '2kb', parameterLimit: 20 }))
app.use('/simple', express.urlencoded({ extended: false }))
app.use('/text', express.text())
app.use('/raw', express.raw({ type: '*/*' }))

app.all('/:kind', (req, res) => {
  const body = Buffer.isBuffer(req.body) ? { bytes: req.body.length, hex: req.body.toString('hex') } : req.body
  res.json({ method: req.method, type: req.is(['json', 'urlencoded', 'text']), body: body === undefined ? null : body })
})

// The words of a JSON.parse error belong to the JavaScript engine; its kind belongs to body-parser.
app.use((error, req, res, next) => {
  if (error.type !== 'entity.parse.failed') return next(error)
  res.status(error.status).json({ type: error.type, expose: error.expose, body: error.body })
})

app.listen(3000)
