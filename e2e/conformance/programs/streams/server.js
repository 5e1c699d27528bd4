// Bodies in pieces: chunks, lengths, streams, sizes.
const express = require('express')
const fs = require('fs')
const { Readable, Transform } = require('stream')

const app = express()

app.get('/chunks', (req, res) => {
  res.type('txt')
  res.write('one ')
  res.write('two ')
  res.end('three')
})
app.get('/slow', (req, res) => {
  res.write('<ul>')
  let count = 0
  const timer = setInterval(() => {
    res.write(`<li>${++count}</li>`)
    if (count === 3) {
      clearInterval(timer)
      res.end('</ul>')
    }
  }, 15)
})
app.get('/length', (req, res) => {
  res.set('Content-Length', '9')
  res.write('exact')
  res.end(' one')
})
app.get('/write-head', (req, res) => {
  res.setHeader('X-Set', 'kept')
  res.writeHead(201, 'Made It', { 'Content-Type': 'text/plain', 'X-Head': 'yes' })
  res.end('created')
})
app.get('/flush', (req, res) => {
  res.set('X-Early', '1').flushHeaders()
  setTimeout(() => res.end('after the headers'), 10)
})
app.get('/pipe', (req, res) => {
  const upper = new Transform({ transform: (chunk, encoding, done) => done(null, chunk.toString().toUpperCase()) })
  Readable.from(['snip ', 'snap ', '咔嚓']).pipe(upper).pipe(res)
})
app.get('/file', (req, res) => {
  res.type('js')
  fs.createReadStream(__filename, { start: 0, end: 42 }).pipe(res)
})
app.get('/big', (req, res) => res.send('剪'.repeat(100000)))
app.get('/big-chunks', (req, res) => {
  const piece = Buffer.alloc(40000, 'x')
  for (let i = 0; i < 10; i++) res.write(piece)
  res.end()
})
app.get('/empty-end', (req, res) => res.end())
app.get('/nothing', (req, res) => res.status(204).end('ignored'))
app.get('/encodings', (req, res) => {
  res.write('e9', 'hex')
  res.write('4pyC', 'base64')
  res.end('\u00e9', 'latin1')
})
app.post('/count', (req, res) => {
  let bytes = 0
  req.on('data', (chunk) => {
    bytes += chunk.length
  })
  req.on('end', () => res.send(`${bytes} bytes, complete ${req.complete}`))
})
app.post('/echo', (req, res) => {
  res.type(req.get('Content-Type'))
  req.pipe(res)
})
app.post('/ignored', (req, res) => res.send('did not read it'))

app.listen(3000)
