// Node's http module alone.
const http = require('http')
const { URL } = require('url')

let served = 0

const server = http.createServer((req, res) => {
  served++
  const url = new URL(req.url, `http://${req.headers.host}`)
  switch (url.pathname) {
    case '/':
      res.end(`request ${served}`)
      return
    case '/list':
      res.writeHead(200, ['Content-Type', 'text/plain', 'set-cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-CASE', 'Kept'])
      res.end('from a list')
      return
    case '/cookies':
      res.setHeader('Set-Cookie', ['first=1; Path=/', 'second=2; HttpOnly'])
      res.setHeader('x-mixed-Case', 'yes')
      res.statusCode = 202
      res.end()
      return
    case '/reason':
      res.writeHead(404, 'No Such Barber', { 'Content-Type': 'text/html' })
      res.end('<p>no</p>')
      return
    case '/no-date':
      res.sendDate = false
      res.removeHeader('Connection')
      res.end('undated')
      return
    case '/own-date':
      res.setHeader('Date', 'Thu, 01 Jan 1970 00:00:00 GMT')
      res.end('dated')
      return
    case '/close':
      res.setHeader('Connection', 'close')
      res.end('closing')
      return
    case '/identity':
      res.useChunkedEncodingByDefault = false
      res.write('no ')
      res.end('length')
      return
    case '/request': {
      const { method, url: target, httpVersion, rawHeaders } = req
      res.setHeader('Content-Type', 'application/json')
      res.end(JSON.stringify({ method, target, httpVersion, rawHeaders, names: Object.keys(req.headers) }))
      return
    }
    case '/get-headers':
      res.setHeader('B', '1')
      res.setHeader('A', ['2', '3'])
      res.appendHeader('B', '4')
      res.end(JSON.stringify([res.getHeaders(), res.getHeaderNames(), res.hasHeader('b'), res.headersSent]))
      return
    case '/body': {
      const pieces = []
      req.on('data', (piece) => pieces.push(piece))
      req.on('end', () => {
        const text = Buffer.concat(pieces).toString()
        res.writeHead(200, { 'Content-Length': Buffer.byteLength(text) })
        res.end(text)
      })
      return
    }
    case '/not-modified':
      res.statusCode = 304
      res.setHeader('ETag', '"same"')
      res.end('no body goes out')
      return
    case '/timed':
      setTimeout(() => res.end('later'), 25)
      return
    case '/invalid':
      try {
        res.setHeader('bad name', 'x')
      } catch (error) {
        res.end(`${error.name} ${error.code}`)
      }
      return
    default:
      res.statusCode = 404
      res.end()
  }
})

server.listen(3000)
