// Asks Redis by either client, and by a bare socket, and answers with what came back.
const express = require('express')
const net = require('net')
const { createClient } = require('redis')

const client = createClient()
client.on('error', (error) => console.error(error))
if (client.connect) client.connect()
const ask = client.send_command
  ? ([name, ...args]) => new Promise((done, failed) => client.send_command(name, args, (error, reply) => (error ? failed(error) : done(reply))))
  : (words) => client.sendCommand(words)

const app = express()
app.use(express.json())

/** Commands one after the other, replies and errors as JSON. */
app.post('/ask', async (req, res) => {
  const answers = []
  for (const words of req.body) {
    try {
      answers.push(await ask(words))
    } catch (error) {
      answers.push({ error: error.message, kind: error.constructor.name })
    }
  }
  res.json(answers)
})

app.get('/multi', async (req, res) => {
  const multi = client.multi().set('m', '1').incr('m').get('m')
  res.json(client.send_command ? await new Promise((done) => multi.exec((error, replies) => done(replies))) : await multi.exec())
})

/** Lines to Redis over a socket; everything that came back until it closed. */
app.post('/raw', (req, res) => {
  let text = ''
  const events = []
  const socket = net.createConnection({ port: 6379, host: '127.0.0.1' }, () => socket.write(req.body.lines.join('\r\n') + '\r\n'))
  for (const name of ['connect', 'ready', 'end']) socket.on(name, () => events.push(name))
  socket.setEncoding('utf8')
  socket.on('data', (data) => (text += data))
  socket.on('close', (hadError) => res.json({ text, events, hadError, read: socket.bytesRead, written: socket.bytesWritten }))
})

app.get('/refused', (req, res) => {
  net.connect(1, '127.0.0.1').on('error', ({ message, code, errno, syscall, address, port }) =>
    res.json({ message, code, errno, syscall, address, port }),
  )
})

app.get('/no-socket', (req, res) => {
  net.connect('/nowhere/redis.sock').on('error', ({ message, code, errno, syscall, address }) =>
    res.json({ message, code, errno, syscall, address }),
  )
})

app.listen(8080)
