import { FetchServerResponse } from 'fetch-to-node'
import type { HeaderLine, ResponseHead } from '@/lib/engine/http/message'
import type { ServerAnswer } from '@/lib/runtime/realm/env'
import type { IncomingMessage } from '@/lib/runtime/realm/http-incoming'
import type { VirtualSocket } from '@/lib/runtime/realm/socket'

interface Entry {
  readonly data: string | Uint8Array
  readonly encoding: BufferEncoding | null | undefined
  readonly callback: ((error?: Error) => void) | null | undefined
}

type HeadersSent = { statusCode: number; statusMessage: string; headers: HeaderLine[] }

/**
 * Where fetch-to-node's port of ServerResponse writes what Node would write to the socket. It takes the
 * header off the front, counts what chunked coding would add, and hands each piece to the network when
 * the program's turn flushes it.
 */
class WireBuffer {
  #corked = 0
  #entries: Entry[] = []
  #headerWritten = false
  readonly #response: ServerResponse
  readonly #answer: ServerAnswer

  constructor(response: ServerResponse, answer: ServerAnswer) {
    this.#response = response
    this.#answer = answer
  }

  write(data: string | Uint8Array, encoding?: Entry['encoding'], callback?: Entry['callback']): boolean {
    this.#entries.push({ data, encoding, callback })
    if (this.#corked <= 0) this.#flush()
    return true
  }

  cork(): void {
    this.#corked++
  }

  uncork(): void {
    this.#corked--
    if (this.#corked <= 0) this.#flush()
  }

  get writableLength(): number {
    return 0
  }
  get writableHighWaterMark(): number {
    return 65_536
  }
  get writableCorked(): number {
    return this.#corked
  }

  #flush(): void {
    const entries = this.#entries
    this.#entries = []
    for (const { data, encoding, callback } of entries) {
      if (!this.#headerWritten && this.#response.headOnWire) this.#answer.head(this.#response.headOnWire)
      const rest = this.#headerWritten ? data : this.#withoutHeader(data)
      const bytes = typeof rest === 'string' ? __env.Buffer.from(rest, encoding ?? 'utf8') : rest
      if (bytes.length > 0)
        this.#answer.data(bytes, this.#response.chunkedEncoding ? framed(bytes.length) : bytes.length)
      if (callback) __env.nextTick(() => callback())
    }
  }

  /** The first write begins with the header, as it does on Node's socket. */
  #withoutHeader(data: string | Uint8Array): string | Uint8Array {
    this.#headerWritten = true
    return typeof data === 'string' ? data.slice(this.#response.writtenHeaderBytes) : data
  }
}

/** Size of one chunk in chunked coding: its length in hexadecimal, CRLF, the bytes, CRLF (RFC 9112 section 7.1). */
function framed(length: number): number {
  return length.toString(16).length + length + 4
}

/** Node's ServerResponse, from fetch-to-node's port, connected to the virtual network. */
export class ServerResponse extends FetchServerResponse {
  #socket: VirtualSocket | null
  readonly #answer: ServerAnswer
  #ended = false
  /** The head as it will be written, once it is certain; it leaves with the first flush. */
  headOnWire: ResponseHead | null = null

  constructor(request: IncomingMessage, socket: VirtualSocket, answer: ServerAnswer) {
    super(request)
    this.#socket = socket
    this.#answer = answer
    this.removeAllListeners('_headersSent')
    this.removeAllListeners('_dataWritten')
    Object.assign(this, { _writtenDataBuffer: new WireBuffer(this, answer) })
    this.on('_headersSent', ({ statusCode, statusMessage, headers }: HeadersSent) => {
      this.headOnWire = { status: statusCode, reason: statusMessage, headers }
    })
  }

  /** Breaks the connection off: the client sees a reset unless the answer was complete. */
  override destroy(error?: Error): this {
    super.destroy(error)
    this.#socket?.destroy(error)
    return this
  }

  /** Everything has left the program: the visitor has its answer now, `finish` follows in a later turn. */
  override end(...args: unknown[]): this {
    if (this.writableEnded && args.some((arg) => typeof arg === 'string' || arg instanceof Uint8Array)) {
      __env.answeredTwice('write after end')
    }
    Reflect.apply(super.end, this, args)
    if (!this.#ended && this.writableEnded) {
      this.#ended = true
      this.#answer.end()
    }
    return this
  }

  override write(...args: unknown[]): boolean {
    if (this.writableEnded) __env.answeredTwice('write after end')
    return Reflect.apply(super.write, this, args)
  }

  override setHeader(name: string, value: number | string | readonly string[]): this {
    if (this.headersSent) __env.answeredTwice(`Cannot set headers after they are sent to the client (${name})`)
    return super.setHeader(name, value)
  }

  override writeHead(...args: unknown[]): this {
    if (this.headersSent) __env.answeredTwice('Cannot write headers after they are sent to the client')
    return Reflect.apply(super.writeHead, this, args)
  }

  override setTimeout(_milliseconds?: number, _callback?: () => void): this {
    return this
  }

  override assignSocket(): void {}
  override detachSocket(): void {}

  static define(): void {
    const socket = {
      configurable: true,
      get(this: ServerResponse) {
        return this.#socket
      },
      set(this: ServerResponse, value: VirtualSocket | null) {
        this.#socket = value
      },
    }
    Object.defineProperties(ServerResponse.prototype, { socket, connection: socket })
  }
}
ServerResponse.define()
