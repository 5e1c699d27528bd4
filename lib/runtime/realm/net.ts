import { Socket, type SocketOptions } from '@/lib/runtime/realm/net-socket'

const V4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/

function isIPv4(text: string): boolean {
  return V4.test(text)
}

function isIPv6(text: string): boolean {
  return text.includes(':') && URL.canParse(`http://[${text}]/`)
}

/** 4, 6 or 0, as Node's `net.isIP`. */
function isIP(text: string): 0 | 4 | 6 {
  return isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0
}

/** `net.createConnection(options | port | path, host?, callback?)`: a new socket, already connecting. */
function createConnection(...args: unknown[]): Socket {
  const [first] = args
  const options: SocketOptions = typeof first === 'object' && first !== null ? first : {}
  return new Socket(options).connect(...args)
}

/** Servers of a world speak HTTP. */
function createServer(): never {
  throw new Error('net.createServer is not offered here: http.createServer is')
}

module.exports = {
  isIP,
  isIPv4,
  isIPv6,
  createConnection,
  connect: createConnection,
  createServer,
  Socket,
  Stream: Socket,
}
