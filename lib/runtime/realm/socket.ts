import EventEmitter from 'events'

/**
 * The socket that a program sees on a request: addresses, events, and the calls that packages make on it.
 * Bytes do not go through it; the response's own buffer hands them to the network.
 */
export class VirtualSocket extends EventEmitter {
  readonly remoteAddress = '127.0.0.1'
  readonly remoteFamily = 'IPv4'
  readonly remotePort = 50_000
  readonly localAddress = '127.0.0.1'
  readonly localPort: number
  readonly encrypted = false
  readable = true
  writable = true
  destroyed = false
  readonly #onDestroy: () => void

  constructor(localPort: number, onDestroy: () => void) {
    super()
    this.localPort = localPort
    this.#onDestroy = onDestroy
  }

  address() {
    return { address: this.localAddress, family: 'IPv4', port: this.localPort }
  }

  /** Closes the connection: an answer under way breaks off. */
  destroy(error?: Error): this {
    if (this.destroyed) return this
    this.destroyed = true
    this.readable = false
    this.writable = false
    this.#onDestroy()
    __env.nextTick(() => {
      if (error && this.listenerCount('error') > 0) this.emit('error', error)
      this.emit('close', error !== undefined)
    })
    return this
  }

  destroySoon(): void {
    this.destroy()
  }

  end(): this {
    return this.destroy()
  }

  setTimeout(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  setNoDelay(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  pause(): this {
    return this
  }
  resume(): this {
    return this
  }
  cork(): void {}
  uncork(): void {}
}
