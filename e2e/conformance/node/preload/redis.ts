import net from 'node:net'

/** Where programs expect Redis. */
const USUAL_PORT = 6379

/** Nothing said for so long counts as having nothing to say, in milliseconds of real time. */
const QUIET = 15

/** Waits no longer than this for quiet. */
const PATIENCE = 1000

const now = performance.now.bind(performance)
const later = setTimeout

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
  return async () => {
    const begun = now()
    let [last, since] = [said(), begun]
    while (sockets.size > 0 && now() - begun < PATIENCE && (last === null || now() - since < QUIET)) {
      await new Promise((resolve) => later(resolve, 3))
      const bytes = said()
      if (bytes !== last) [last, since] = [bytes, now()]
    }
  }
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
