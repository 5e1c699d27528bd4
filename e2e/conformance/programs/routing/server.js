// Routes, parameters, redirects and the many ways in which Express chooses an answer.
const express = require('express')

const app = express()

app.param('id', (req, res, next, id) => {
  if (!/^\d+$/.test(id)) return res.status(400).send('id must be a number')
  req.item = { id: Number(id), name: `item ${id}` }
  next()
})

app.get('/', (req, res) => res.send('home'))
app.get('/items/:id', (req, res) => res.json(req.item))
app.get('/query', (req, res) => res.json(req.query))
app.get('/echo/:first/:second', (req, res) => res.json({ params: req.params, path: req.path, url: req.originalUrl }))
app.get('/files/*rest', (req, res) => res.json(req.params))
app.get('/optional{/:part}', (req, res) => res.json({ part: req.params.part ?? null }))
app.get(/^\/pattern\/(\d+)-(\d+)$/, (req, res) => res.json(req.params))

app.get('/headers', (req, res) => {
  const raw = []
  for (let i = 0; i < req.rawHeaders.length; i += 2) raw.push(`${req.rawHeaders[i]}: ${req.rawHeaders[i + 1]}`)
  res.json({ raw, host: req.get('host'), list: req.headers['x-list'], cookie: req.headers.cookie ?? null })
})
app.get('/about', (req, res) => {
  const { protocol, secure, hostname, ip, xhr, fresh, method, httpVersion } = req
  res.json({ protocol, secure, hostname, ip, xhr, fresh, method, httpVersion })
})

const inner = express.Router({ mergeParams: true })
inner.use((req, res, next) => {
  res.set('X-Router', req.baseUrl)
  next()
})
inner.get('/', (req, res) => res.send(`router of ${req.params.shop}`))
inner.get('/price', (req, res) => res.send(`price at ${req.params.shop}`))
app.use('/shops/:shop', inner)

app
  .route('/thing')
  .get((req, res) => res.send('got'))
  .put((req, res) => res.status(204).end())
  .patch((req, res) => res.status(202).send('patched'))
  .delete((req, res) => res.sendStatus(200))
app.all('/any', (req, res) => res.send(req.method))
app.get('/no-delete', (req, res) => res.send('here'))
app.all('/no-delete', (req, res) => res.set('Allow', 'GET, HEAD').sendStatus(405))

app.get('/old', (req, res) => res.redirect('/new'))
app.get('/moved', (req, res) => res.redirect(301, '/new?from=moved'))
app.post('/posted', (req, res) => res.redirect(303, '/new'))
app.post('/again', (req, res) => res.redirect(307, '/any'))
app.get('/new', (req, res) => res.send(`new ${req.query.from ?? ''}`))
app.get('/back', (req, res) => res.redirect(req.get('Referrer') || '/'))
app.get('/away', (req, res) => res.redirect('http://elsewhere.example/ünï?q=a b'))
app.get('/relative/deep', (req, res) => res.redirect('../new'))
app.get('/loop', (req, res) => res.redirect('/loop?again=1'))

app.get('/send/:kind', (req, res) => {
  switch (req.params.kind) {
    case 'object':
      return res.send({ a: 1, nested: { list: [1, 'two', null], date: new Date(0) } })
    case 'array':
      return res.send([1, 2, 3])
    case 'buffer':
      return res.send(Buffer.from([0, 1, 2, 253, 254, 255]))
    case 'typed':
      return res.type('text/plain').send(Buffer.from('plain bytes'))
    case 'empty':
      return res.send('')
    case 'null':
      return res.send(null)
    case 'boolean':
      return res.send(true)
    case 'html':
      return res.send('<p>理发店 ✂ café</p>')
    default:
      return res.sendStatus(418)
  }
})
app.get('/json/:kind', (req, res) => {
  if (req.params.kind === 'pretty') app.set('json spaces', 2)
  res.json({ text: '剪发卡 <b>&</b> \u2028', number: 1.5, none: undefined, zero: -0, when: new Date(86400000) })
  app.set('json spaces', undefined)
})
app.get('/jsonp', (req, res) => res.jsonp({ balance: 90, text: '\u2028' }))
app.get('/format', (req, res) => {
  res.format({
    text: () => res.send('plain'),
    html: () => res.send('<b>html</b>'),
    json: () => res.send({ kind: 'json' }),
  })
})
app.get('/type/:type', (req, res) => res.type(req.params.type).send('x'))
app.get('/accepts', (req, res) => {
  res.json({
    type: req.accepts(['html', 'json']),
    language: req.acceptsLanguages('en', 'zh-CN'),
    encoding: req.acceptsEncodings('identity', 'gzip'),
    charset: req.acceptsCharsets('utf-8', 'iso-8859-1'),
  })
})
app.get('/header-calls', (req, res) => {
  res.set({ 'x-lower': '1', 'X-Upper': '2' })
  res.append('Link', '<a>; rel="next"')
  res.append('Link', '<b>; rel="last"')
  res.links({ up: '/up' })
  res.vary('Accept').vary('Origin')
  res.location('/ä b')
  res.setHeader('X-Many', ['one', 'two'])
  res.set('X-Removed', 'no').removeHeader('X-Removed')
  res.attachment('理发.txt')
  res.send('done')
})
app.get('/status/:code', (req, res) => res.status(Number(req.params.code)).send('body'))
app.get('/message', (req, res) => {
  res.statusMessage = 'Cut And Dried'
  res.status(299).send('message')
})
app.get('/etag/strong', (req, res) => res.set('ETag', '"v1"').send('strong'))
app.get('/etag/weak', (req, res) => res.send('weak weak weak'))
app.get('/modified', (req, res) => res.set('Last-Modified', 'Mon, 23 Nov 2026 08:00:00 GMT').send('modified'))
app.get('/locals', (req, res) => {
  res.locals.seen = 1
  res.json({ seen: res.locals.seen, app: app.get('env'), mounted: app.path() })
})
app.get('/double', (req, res) => {
  res.send('first')
  res.end('second')
})

// Whether a stack trace shows a message that was changed later depends on the version of V8.
app.use((error, req, res, next) => {
  if (error.status !== 400) return next(error)
  res.status(400).send(error.message)
})

app.listen(3000)
