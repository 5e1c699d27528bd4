import { Duplex } from 'stream'
import { callbackOf } from '@/lib/runtime/realm/callback-of'
import type { Wire } from '@/lib/runtime/realm/env'
import { IdleTimer } from '@/lib/runtime/realm/idle-timer'
import { noSuchSocket, notFound, refused } from '@/lib/runtime/realm/net-errors'

export interface SocketOptions {
  allowHalfOpen?: boolean
  timeout?: number
}

interface Target {
  readonly host: string
  readonly port: number
  readonly path?: string
}

type Done = (error?: Error | null) => void

/** Node's net.Socket (Node documentation, `net`) towards a service of the same world. */
export class Socket extends Duplex {
  connecting = false
  bytesRead = 0
  bytesWritten = 0
  remoteAddress: string | undefined
  remotePort: number | undefined
  remoteFamily: string | undefined
  localAddress: string | undefined
  localPort: number | undefined
  #wire: Wire | null = null
  readonly #idle = new IdleTimer(() => this.emit('timeout'))
  /** On whose behalf each piece was written: it may be sent later, behind another's. */
  readonly #origins = new WeakMap<Uint8Array, unknown>()

  constructor(options: SocketOptions = {}) {
    super({ allowHalfOpen: options.allowHalfOpen === true, emitClose: false, autoDestroy: true })
    if (options.timeout) this.setTimeout(options.timeout)
  }

  get pending(): boolean {
    return this.#wire === null || this.connecting
  }

  get readyState(): string {
    if (this.connecting) return 'opening'
    if (this.readable && this.writable) return 'open'
    return this.readable ? 'readOnly' : this.writable ? 'writeOnly' : 'closed'
  }

  get timeout(): number | undefined {
    return this.#idle.delay || undefined
  }

  /** `connect(options | port | path, host?, callback?)`. Emits `connect` and `ready`, or `error`. */
  connect(...args: unknown[]): this {
    const { host, port, path } = targetOf(args)
    const callback = callbackOf<() => void>(args)
    if (callback) this.once('connect', callback)
    this.connecting = true
    if (path !== undefined) {
      __env.nextTick(() => this.destroy(noSuchSocket(path)))
      return this
    }
    const address = host === 'localhost' ? '127.0.0.1' : host
    this.#wire = __env.connect(host, port, {
      connected: () => this.#established(address, port),
      failed: (failure) => this.destroy(failure === 'refused' ? refused(address, port) : notFound(host)),
      data: (bytes) => {
        this.bytesRead += bytes.length
        this.#idle.active()
        this.push(__env.Buffer.from(bytes))
      },
      ended: () => this.push(null),
    })
    return this
  }

  #established(address: string, port: number): void {
    this.connecting = false
    Object.assign(this, { remoteAddress: address, remotePort: port, remoteFamily: 'IPv4' })
    Object.assign(this, { localAddress: '127.0.0.1', localPort: 50_000 })
    this.#idle.active()
    this.emit('connect')
    this.emit('ready')
    // Only now: the end of the connection is noticed by reading.
    if (!this.destroyed) this.read(0)
  }

  override write(chunk: unknown, ...more: unknown[]): boolean {
    const encoding = typeof more[0] === 'string' && __env.Buffer.isEncoding(more[0]) ? more[0] : 'utf8'
    const piece = typeof chunk === 'string' ? __env.Buffer.from(chunk, encoding) : chunk
    if (piece instanceof Uint8Array) this.#origins.set(piece, __env.context())
    return Reflect.apply(super.write, this, [piece, ...more])
  }

  override _read(): void {}

  override _write(piece: Uint8Array, _encoding: string, done: Done): void {
    this.#send([piece], done)
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: Done): void {
    this.#send(
      chunks.map(({ chunk }) => chunk),
      done,
    )
  }

  #send(pieces: readonly Uint8Array[], done: Done): void {
    if (this.connecting) {
      this.once('connect', () => this.#send(pieces, done))
      return
    }
    for (const piece of pieces) {
      this.bytesWritten += piece.length
      this.#wire?.write(piece, this.#origins.get(piece) ?? __env.context())
    }
    this.#idle.active()
    done()
  }

  override _final(done: Done): void {
    if (this.connecting) {
      this.once('connect', () => this._final(done))
      return
    }
    this.#wire?.end()
    done()
  }

  override _destroy(error: Error | null, done: Done): void {
    this.connecting = false
    this.#idle.stop()
    this.#wire?.destroy()
    done(error)
    __env.nextTick(() => this.emit('close', error !== null))
  }

  destroySoon(): void {
    if (this.writable) this.end()
    if (this.writableFinished) this.destroy()
    else this.once('finish', () => this.destroy())
  }

  resetAndDestroy(): this {
    return this.destroy()
  }

  /** Emits `timeout` when nothing was sent or received for so many milliseconds; 0: never. */
  setTimeout(milliseconds: number, callback?: () => void): this {
    this.#idle.set(milliseconds)
    if (callback) {
      if (milliseconds === 0) this.removeListener('timeout', callback)
      else this.once('timeout', callback)
    }
    return this
  }

  address(): { address?: string; family?: string; port?: number } {
    const { localAddress, localPort } = this
    return localAddress === undefined || localPort === undefined
      ? {}
      : { address: localAddress, family: 'IPv4', port: localPort }
  }

  ref(): this {
    this.#wire?.hold(true)
    return this
  }
  unref(): this {
    this.#wire?.hold(false)
    return this
  }
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
}

/** Reads the arguments of `connect` (Node documentation, `net.createConnection`). */
function targetOf(args: readonly unknown[]): Target {
  const [first, second] = args
  if (typeof first === 'object' && first !== null) {
    const given: { host?: unknown; port?: unknown; path?: unknown } = first
    if (typeof given.path === 'string') return { host: '', port: 0, path: given.path }
    return { host: typeof given.host === 'string' && given.host ? given.host : 'localhost', port: portOf(given.port) }
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { host: '', port: 0, path: first }
  return { host: typeof second === 'string' ? second : 'localhost', port: portOf(first) }
}

function portOf(given: unknown): number {
  const port = typeof given === 'string' && given.trim() !== '' ? Number(given) : given
  if (typeof port === 'number' && Number.isInteger(port) && port >= 0 && port < 65_536) return port
  const message = `Port should be >= 0 and < 65536. Received ${__env.inspect(given)}.`
  throw Object.assign(new RangeError(message), { code: 'ERR_SOCKET_BAD_PORT' })
}
