import net from 'node:net'

/** Where programs expect Redis. */
const USUAL_PORT = 6379

/** So many questions of ours are answered in a row while nobody else says anything: then nobody has anything to say. */
const ENOUGH = 2

/** Waits no longer than so many answers for quiet. */
const PATIENCE = 200

/** Connections to the usual port lead to another; gives the function that waits until nobody talks to Redis any more. */
export function mapRedis(port: number): () => Promise<void> {
  const sockets = new Set<net.Socket>()
  const connect = net.Socket.prototype.connect
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
    const mapped = redirected(args, port)
    if (mapped !== null) sockets.add(this)
    return Reflect.apply(connect, this, mapped ?? args)
  }
  /** How much was said so far; `null` while somebody is about to speak. */
  const said = (): number | null => {
    let bytes = 0
    for (const socket of sockets) {
      if (socket.connecting) return null
      bytes += socket.bytesRead + socket.bytesWritten
      if (socket.destroyed) sockets.delete(socket)
    }
    return bytes
  }
  const ping = pinger(port)
  return async () => {
    let quiet = 0
    for (let asked = 0; sockets.size > 0 && quiet < ENOUGH && asked < PATIENCE; asked++) {
      const before = said()
      await ping()
      quiet = before !== null && said() === before ? quiet + 1 : 0
    }
  }
}

/**
 * Asks Redis something of no consequence: by the time of its answer, it has answered what was asked before. On a
 * connection of its own, which keeps no process alive. Where Redis is down, that is the answer.
 */
function pinger(port: number): () => Promise<void> {
  let socket: net.Socket | null = null
  let answered = () => {}
  const open = () =>
    net
      .connect({ port, host: '127.0.0.1' })
      .unref()
      .on('data', () => answered())
      .on('error', () => {})
      .on('close', () => {
        socket = null
        answered()
      })
  return () =>
    new Promise((resolve) => {
      answered = () => setImmediate(resolve)
      socket ??= open()
      socket.write('PING\r\n')
    })
}

/** The arguments of a connection to Redis as they should be; `null` for any other. */
function redirected(args: readonly unknown[], port: number): unknown[] | null {
  const [first, ...rest] = args
  if (Array.isArray(first)) {
    const mapped = redirected(first, port)
    // Node hands its own on as one array, which it knows by a symbol: it is filled anew, not made anew.
    return mapped === null ? null : [Object.assign(first, mapped), ...rest]
  }
  if (typeof first !== 'object' || first === null || !('port' in first) || Number(first.port) !== USUAL_PORT)
    return null
  return [{ ...first, host: '127.0.0.1', port }, ...rest]
}
