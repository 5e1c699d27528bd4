// Files from disk: static folders, ranges, conditional requests, downloads.
const express = require('express')
const path = require('path')

const app = express()
app.use('/public', express.static(path.join(__dirname, 'public')))
app.use('/cached', express.static('public', { maxAge: '1d', immutable: true, etag: false, index: 'menu.txt' }))
app.use(
  '/strict',
  express.static(path.join(__dirname, 'public'), {
    redirect: false,
    dotfiles: 'deny',
    extensions: ['html'],
    fallthrough: false,
    setHeaders: (res, file) => res.set('X-File', path.basename(file)),
  }),
)

app.get('/send', (req, res) => res.sendFile(path.join(__dirname, 'private', 'note.txt')))
app.get('/send-root', (req, res) =>
  res.sendFile('note.txt', { root: path.join(__dirname, 'private'), headers: { 'X-Sent': 'yes' }, maxAge: 60000 }),
)
app.get('/send-missing', (req, res) => {
  res.sendFile('nothing.txt', { root: path.join(__dirname, 'private') }, (error) => {
    if (error) res.status(error.status).send(`${error.code} ${error.status}`)
  })
})
app.get('/send-outside', (req, res) => {
  res.sendFile('../server.js', { root: path.join(__dirname, 'private') }, (error) => {
    res.status(error.status).send(error.message)
  })
})
app.get('/download', (req, res) => res.download(path.join(__dirname, 'private', 'note.txt')))
app.get('/download-named', (req, res) => res.download(path.join(__dirname, 'private', 'note.txt'), '笔记 "1".txt'))

app.listen(3000)
