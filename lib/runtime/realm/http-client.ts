import { Writable } from 'stream'
import type { HeaderLine, ResponseHead } from '@/lib/engine/http/message'
import { IncomingMessage } from '@/lib/runtime/realm/http-incoming'

export interface ClientOptions {
  method?: string
  host?: string
  hostname?: string
  port?: number | string
  path?: string
  headers?: Record<string, string | number | readonly string[]>
}

/** Node's http.ClientRequest (Node documentation, `http`) towards a server of the same world. Emits `response` or `error`. */
export class ClientRequest extends Writable {
  readonly method: string
  readonly path: string
  readonly host: string
  readonly #port: number
  readonly #headers = new Map<string, readonly [string, string | readonly string[]]>()
  readonly #body: Uint8Array[] = []

  constructor(options: ClientOptions, onResponse?: (response: IncomingMessage) => void) {
    super()
    this.method = (options.method ?? 'GET').toUpperCase()
    this.path = options.path ?? '/'
    this.host = options.hostname ?? options.host ?? 'localhost'
    this.#port = Number(options.port ?? 80)
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      this.setHeader(name, typeof value === 'number' ? String(value) : value)
    }
    if (onResponse) this.once('response', onResponse)
  }

  setHeader(name: string, value: string | readonly string[]): this {
    this.#headers.set(name.toLowerCase(), [name, value])
    return this
  }

  getHeader(name: string): string | readonly string[] | undefined {
    return this.#headers.get(name.toLowerCase())?.[1]
  }

  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase())
  }

  abort(): void {
    this.destroy()
  }

  setTimeout(): this {
    return this
  }
  setNoDelay(): this {
    return this
  }
  setSocketKeepAlive(): this {
    return this
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    this.#body.push(chunk)
    done()
  }

  override _final(done: (error?: Error | null) => void): void {
    done()
    this.#send()
  }

  #send(): void {
    const body = __env.Buffer.concat(this.#body)
    let response: IncomingMessage | null = null
    __env.request(
      this.host,
      this.#port,
      { method: this.method, target: this.path, headers: this.#lines(body.length), body },
      {
        head: (head) => {
          response = this.#response(head)
          this.emit('response', response)
        },
        data: (piece) => response?.push(__env.Buffer.from(piece)),
        end: () => {
          if (!response) return
          response.complete = true
          response.push(null)
        },
        fail: (failure) =>
          this.#fail(failure === 'connection-refused' ? 'ECONNREFUSED' : 'ECONNRESET', failure, response),
      },
    )
  }

  #response(head: ResponseHead): IncomingMessage {
    const response = new IncomingMessage(null)
    Object.assign(response, { statusCode: head.status, statusMessage: head.reason })
    response.receiveHeaders(head.headers)
    return response
  }

  #fail(code: string, failure: string, response: IncomingMessage | null): void {
    const refused = failure === 'connection-refused'
    const unknown = failure === 'unknown-host'
    const message = unknown
      ? `getaddrinfo ENOTFOUND ${this.host}`
      : refused
        ? `connect ECONNREFUSED 127.0.0.1:${this.#port}`
        : 'socket hang up'
    const error = Object.assign(new Error(message), { code: unknown ? 'ENOTFOUND' : code })
    if (response) response.destroy(error)
    else this.destroy(error)
  }

  #lines(length: number): HeaderLine[] {
    const lines: HeaderLine[] = []
    for (const [name, value] of this.#headers.values()) {
      if (typeof value === 'string') lines.push([name, value])
      else for (const one of value) lines.push([name, one])
    }
    if (!this.#headers.has('host')) lines.push(['Host', `${this.host}:${this.#port}`])
    lines.push(['Connection', 'keep-alive'])
    if (length > 0 && !this.#headers.has('content-length')) lines.push(['Content-Length', String(length)])
    return lines
  }
}
