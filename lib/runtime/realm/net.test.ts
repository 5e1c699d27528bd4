import { describe, expect, it } from 'vitest'
import { alice, app, bodies, EPOCH, log, only, printed, visit } from '@/lib/runtime/test-support'

/** A program that tells what happens to a socket. */
const told = (connect: string, more = '') => `const net = require('net')
const socket = ${connect}
for (const name of ['connect', 'ready', 'end', 'timeout']) socket.on(name, () => console.log(name))
socket.on('close', (hadError) => console.log('close', hadError))
socket.on('error', ({ message, code, errno, syscall, address, port, hostname }) => console.log(JSON.stringify({ message, code, errno, syscall, address, port, hostname })))
socket.on('data', (data) => console.log('data', JSON.stringify(String(data))))
${more}`
const lines = async (...args: Parameters<typeof told>) =>
  printed(await log(told(...args)))
    .trim()
    .split('\n')

describe('a connection to Redis', () => {
  it.each([
    'net.createConnection({ port: 6379 })',
    "net.createConnection(6379, 'localhost')",
    "net.connect({ host: '127.0.0.1', port: '6379' })",
    'new net.Socket().connect(6379, () => {})',
    "net.connect({ host: '::1', port: 6379 })",
  ])('by %s', async (connect) => {
    expect(await lines(connect, "socket.write('PING\\r\\n'); setTimeout(() => socket.destroy(), 0)")).toEqual([
      'connect',
      'ready',
      'data "+PONG\\r\\n"',
    ])
  })

  it('ends when either side ends it', async () => {
    expect(await lines('net.connect(6379)', "socket.end('PING\\r\\n')")).toEqual([
      'connect',
      'ready',
      'data "+PONG\\r\\n"',
      'end',
      'close false',
    ])
    expect(await lines('net.connect(6379)', "socket.write('QUIT\\r\\n')")).toEqual([
      'connect',
      'ready',
      'data "+OK\\r\\n"',
      'end',
      'close false',
    ])
  })

  it('takes commands in pieces, and several at once', async () => {
    const words = await lines(
      'net.connect(6379)',
      "socket.write('*2\\r\\n$4\\r\\nEC'); socket.on('connect', () => setImmediate(() => socket.end('HO\\r\\n$2\\r\\nhi\\r\\n\\r\\nPING\\r\\nPING \"a b\"\\r\\n')))",
    )
    expect(words[2]).toBe('data "$2\\r\\nhi\\r\\n+PONG\\r\\n$3\\r\\na b\\r\\n"')
  })

  it.each([
    ['*x\\r\\n', '-ERR Protocol error: invalid multibulk length\\r\\n'],
    ['*1\\r\\n+PING\\r\\n', "-ERR Protocol error: expected '$', got '+'\\r\\n"],
    ['SET a \\"b\\r\\n', '-ERR Protocol error: unbalanced quotes in request\\r\\n'],
  ])('is closed after what is no command: %s', async (text, answer) => {
    const words = await lines('net.connect(6379)', `socket.write("${text}")`)
    expect(words.slice(2)).toEqual([`data "${answer}"`, 'end', 'close false'])
  })

  it('says what it is, and times out when nothing happens on it', async () => {
    const source = told(
      'net.connect(6379)',
      "socket.setTimeout(1000); socket.on('ready', () => { console.log(socket.remoteAddress, socket.remotePort, socket.readyState, net.isIP(socket.localAddress)); setTimeout(() => socket.write('PING\\r\\n'), 600) })",
    )
    const events = await log(source, [{ type: 'clock', advance: 5000 }])
    const all = only(events, 'console').map(({ text, at }) => `${at - EPOCH} ${text.trim()}`)
    expect(all).toEqual(['0 connect', '0 ready', '0 127.0.0.1 6379 open 4', '600 data "+PONG\\r\\n"', '1600 timeout'])
  })

  it('keeps the process alive, unless it is told not to', async () => {
    const kept = await log("require('net').connect(6379)")
    expect(only(kept, 'process-exited')).toEqual([])
    const free = await log("require('net').connect(6379).unref()")
    expect(only(free, 'process-exited')).toHaveLength(1)
  })

  it('ends with its process: Redis sees it go', async () => {
    const events = await log("require('net').connect(6379).write('CLIENT SETNAME me\\r\\n')", [
      { type: 'redis', command: ['CLIENT', 'LIST'] },
      { type: 'restart' },
      { type: 'redis', command: ['CLIENT', 'LIST'] },
    ])
    const lists = only(events, 'redis-command').filter(({ command }) => command[1] === 'LIST')
    expect(lists.map(({ reply }) => reply.match(/name=me/g)?.length ?? 0)).toEqual([1, 1])
  })

  it('breaks when Redis stops', async () => {
    const events = await log(told('net.connect(6379)'), [{ type: 'stop-redis' }])
    expect(printed(events)).toBe('connect\nready\nend\nclose false\n')
  })
})

describe('a connection that fails, fails as on Node', () => {
  it.each<[string, string, object]>([
    [
      'where nothing listens',
      'net.connect(1234)',
      {
        message: 'connect ECONNREFUSED 127.0.0.1:1234',
        code: 'ECONNREFUSED',
        errno: -111,
        syscall: 'connect',
        address: '127.0.0.1',
        port: 1234,
      },
    ],
    [
      'at an address of nobody',
      "net.connect(6379, '10.0.0.7')",
      {
        message: 'connect ECONNREFUSED 10.0.0.7:6379',
        code: 'ECONNREFUSED',
        errno: -111,
        syscall: 'connect',
        address: '10.0.0.7',
        port: 6379,
      },
    ],
    [
      'to a name that nobody has',
      "net.connect({ host: 'redis', port: 6379 })",
      {
        message: 'getaddrinfo ENOTFOUND redis',
        code: 'ENOTFOUND',
        errno: -3008,
        syscall: 'getaddrinfo',
        hostname: 'redis',
      },
    ],
    [
      'to a socket file',
      "net.connect('/tmp/redis.sock')",
      {
        message: 'connect ENOENT /tmp/redis.sock',
        code: 'ENOENT',
        errno: -2,
        syscall: 'connect',
        address: '/tmp/redis.sock',
      },
    ],
  ])('%s', async (_name, connect, error) => {
    expect(await lines(connect)).toEqual([JSON.stringify(JSON.parse(JSON.stringify(orderOf(error)))), 'close true'])
  })

  it('and while Redis is down', async () => {
    const source = app(
      `app.get('/', (req, res) => require('net').connect(6379).on('error', (error) => res.send(error.code)))`,
    )
    expect(bodies(await log(source, [alice, { type: 'stop-redis' }, visit('/')]))).toEqual(['ECONNREFUSED'])
  })

  it('for a port that is none', async () => {
    const [fault] = only(await log("require('net').connect(70000)"), 'fault')
    expect(fault?.message).toBe('RangeError: Port should be >= 0 and < 65536. Received 70000.')
  })
})

/** In the order in which the program prints them. */
function orderOf(error: object): object {
  return { message: undefined, code: undefined, errno: undefined, syscall: undefined, ...error }
}
