import EventEmitter from 'events'
import { STATUS_CODES } from 'fetch-to-node'
import type { HttpRequest } from '@/lib/engine/http/message'
import { callbackOf } from '@/lib/runtime/realm/callback-of'
import type { ServerAnswer, ServerSide } from '@/lib/runtime/realm/env'
import { type ClientOptions, ClientRequest } from '@/lib/runtime/realm/http-client'
import { IncomingMessage } from '@/lib/runtime/realm/http-incoming'
import { ServerResponse } from '@/lib/runtime/realm/http-response'
import { VirtualSocket } from '@/lib/runtime/realm/socket'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
type Listening = { readonly port: number; close(): void }

/** Node's http.Server on the virtual network (Node documentation, `http`): one port, requests as events. */
export class Server extends EventEmitter {
  keepAliveTimeout = 5000
  headersTimeout = 60_000
  requestTimeout = 300_000
  timeout = 0
  maxHeadersCount: number | null = null
  maxRequestsPerSocket = 0
  #listening: Listening | null = null
  readonly #open = new Set<VirtualSocket>()

  constructor(options?: Readonly<Record<string, unknown>> | Handler, handler?: Handler) {
    super()
    const listener = typeof options === 'function' ? options : handler
    if (listener) this.on('request', listener)
  }

  get listening(): boolean {
    return this.#listening !== null
  }

  /** `listen(port, host?, backlog?, callback?)`, `listen({ port })`, `listen(callback)`. Emits `listening` or `error`. */
  listen(...args: unknown[]): this {
    const callback = callbackOf<() => void>(args)
    const port = portOf(args[0])
    if (callback) this.once('listening', callback)
    if (this.#listening)
      throw nodeError(
        Error,
        'ERR_SERVER_ALREADY_LISTEN',
        'Listen method has been called more than once without closing.',
      )
    const listening = __env.listen(port, (request, answer) => this.#accept(request, answer))
    if (listening === null) {
      const error = Object.assign(new Error(`listen EADDRINUSE: address already in use :::${port}`), {
        code: 'EADDRINUSE',
        errno: -98,
        syscall: 'listen',
        address: '::',
        port,
      })
      __env.nextTick(() => this.emit('error', error))
      return this
    }
    this.#listening = listening
    __env.nextTick(() => {
      if (this.#listening === listening) this.emit('listening')
    })
    return this
  }

  /** Stops listening; `close` is emitted once no request is under way. */
  close(callback?: (error?: Error) => void): this {
    const listening = this.#listening
    if (!listening) {
      if (callback) {
        const error = nodeError(Error, 'ERR_SERVER_NOT_RUNNING', 'Server is not running.')
        __env.nextTick(() => callback(error))
      }
      return this
    }
    if (callback) this.once('close', () => callback())
    this.#listening = null
    listening.close()
    this.#closeWhenIdle()
    return this
  }

  closeAllConnections(): void {
    for (const socket of [...this.#open]) socket.destroy()
  }

  closeIdleConnections(): void {}

  address(): { address: string; family: string; port: number } | null {
    return this.#listening ? { address: '::', family: 'IPv6', port: this.#listening.port } : null
  }

  setTimeout(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  #accept(message: HttpRequest, answer: ServerAnswer): ServerSide {
    let complete = false
    const socket = new VirtualSocket(this.#listening?.port ?? 0, () => {
      this.#open.delete(socket)
      if (!complete && !response.writableEnded) answer.fail('connection-reset')
    })
    this.#open.add(socket)
    const request = new IncomingMessage(socket)
    Object.assign(request, { method: message.method, url: message.target })
    request.receiveHeaders(message.headers)
    const response = new ServerResponse(request, socket, answer)
    response.shouldKeepAlive = !/\bclose\b/i.test(String(request.headers.connection))
    Object.assign(response, {
      _keepAliveTimeout: this.keepAliveTimeout,
      _maxRequestsPerSocket: this.maxRequestsPerSocket,
    })
    response.on('finish', () => {
      complete = true
      this.#open.delete(socket)
      response._closed = true
      response.emit('close')
      if (!request.readableEnded) request._dump()
      request.emit('close')
      if (!this.#listening) this.#closeWhenIdle()
    })
    this.emit('connection', socket)
    if (this.listenerCount('request') > 0) this.emit('request', request, response)
    request.receiveBody(message.body)
    return { hangUp: () => this.#hangUp(socket, request, response, () => complete) }
  }

  #hangUp(socket: VirtualSocket, request: IncomingMessage, response: ServerResponse, complete: () => boolean): void {
    if (complete()) return
    request.aborted = true
    request.emit('aborted')
    socket.destroy()
    response.destroyed = true
    response._closed = true
    response.emit('close')
    request.emit('close')
  }

  #closeWhenIdle(): void {
    if (this.#open.size > 0) return
    __env.nextTick(() => this.emit('close'))
  }
}

function portOf(first: unknown): number {
  const wanted = typeof first === 'object' && first !== null && 'port' in first ? first.port : first
  if (wanted === undefined || wanted === null || typeof wanted === 'function') return 0
  const port = typeof wanted === 'string' && wanted.trim() !== '' ? Number(wanted) : wanted
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    const shown = typeof wanted === 'string' ? `'${wanted}'` : String(wanted)
    throw nodeError(
      RangeError,
      'ERR_SOCKET_BAD_PORT',
      `options.port should be >= 0 and < 65536. Received type ${typeof wanted} (${shown}).`,
    )
  }
  return port
}

function nodeError(Base: ErrorConstructor, code: string, message: string): Error {
  const error = Object.assign(new Base(message), { code })
  if (error.stack !== undefined) error.stack = error.stack.replace(error.name, `${error.name} [${code}]`)
  return error
}

/** `http.createServer(options?, listener?)`. */
export function createServer(options?: Readonly<Record<string, unknown>> | Handler, handler?: Handler): Server {
  return new Server(options, handler)
}

/** `http.request(url | options, options?, callback?)` to a server of this world. */
export function request(...args: unknown[]): ClientRequest {
  return new ClientRequest(clientOptions(args), callbackOf<(r: IncomingMessage) => void>(args))
}

/** `http.get`: a request without a body, already ended. */
export function get(...args: unknown[]): ClientRequest {
  const started = request(...args)
  started.end()
  return started
}

function clientOptions(args: unknown[]): ClientOptions {
  const options: ClientOptions = {}
  for (const arg of args.slice(0, 2)) {
    if (typeof arg === 'string' || arg instanceof URL) {
      const url = new URL(arg)
      if (url.protocol !== 'http:') {
        throw nodeError(TypeError, 'ERR_INVALID_PROTOCOL', `Protocol "${url.protocol}" not supported. Expected "http:"`)
      }
      Object.assign(options, { hostname: url.hostname, port: url.port || 80, path: `${url.pathname}${url.search}` })
    } else if (typeof arg === 'object' && arg !== null) {
      Object.assign(options, arg)
    }
  }
  return options
}

export const METHODS = [
  'DELETE',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'COPY',
  'LOCK',
  'MKCOL',
  'MOVE',
  'PROPFIND',
  'PROPPATCH',
  'SEARCH',
  'UNLOCK',
  'BIND',
  'REBIND',
  'UNBIND',
  'ACL',
  'REPORT',
  'MKACTIVITY',
  'CHECKOUT',
  'MERGE',
  'M-SEARCH',
  'NOTIFY',
  'SUBSCRIBE',
  'UNSUBSCRIBE',
  'PATCH',
  'PURGE',
  'MKCALENDAR',
  'LINK',
  'UNLINK',
  'SOURCE',
].sort()
export const maxHeaderSize = 16_384
/** Accepted and ignored: connections of a world need no pooling. */
export class Agent extends EventEmitter {
  destroy(): void {}
}
export const globalAgent = new Agent()
export { ClientRequest, IncomingMessage, ServerResponse, STATUS_CODES }
