// EJS views with includes, locals and mistakes.
const express = require('express')

const app = express()
app.set('view engine', 'ejs')
app.set('views', `${__dirname}/views`)
app.locals.shop = 'Barbershop'

app.get('/', (req, res) => res.render('index', { visitor: req.query.name ?? 'nobody', cards: [100, 90] }))
app.get('/list', (req, res) => {
  res.locals.title = 'From res.locals'
  res.render('list', { items: ['cut', 'shave', '<dye>'] })
})
app.get('/status', (req, res) => res.status(402).render('index', { visitor: 'poor', cards: [] }))
app.get('/callback', (req, res) => {
  res.render('index', { visitor: 'x', cards: [] }, (error, html) => res.type('text').send(`${html.length} ${error}`))
})
app.get('/missing-variable', (req, res) => {
  res.render('index', {}, (error) => res.status(500).send(error.message.trim().split('\n').pop()))
})
app.get('/missing-view', (req, res) => {
  res.render('nowhere', (error) => res.status(500).send(error.message.split('"')[1]))
})
app.engine('shout', (file, options, done) => done(null, `${require('path').basename(file)} ${options.word.toUpperCase()}`))
app.get('/engine', (req, res) => res.render('own.shout', { word: 'loud' }))

app.listen(3000)
