import type { HeaderLine } from '@/lib/engine/http/message'
import type { Answer } from '../exchanges'

/**
 * Reads an HTTP/1.1 response off the bytes of a socket: status line and header lines as they came, body
 * without chunked coding (RFC 9112). Feed it pieces as they arrive.
 */
export class RawResponse {
  readonly #method: string
  #bytes = Buffer.alloc(0)
  #ended = false

  constructor(method: string) {
    this.#method = method
  }

  push(piece: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes, piece])
  }

  /** The server closed the connection. */
  close(): void {
    this.#ended = true
  }

  /** Whether its head is all here. */
  get hasHead(): boolean {
    return this.#bytes.includes('\r\n\r\n')
  }

  /** The answer once it is complete, or as far as it came when the connection was closed; else `null`. */
  read(): Answer | null {
    const end = this.#bytes.indexOf('\r\n\r\n')
    if (end < 0) return this.#ended ? broken(null, Buffer.alloc(0), null) : null
    const head = parseHead(this.#bytes.toString('latin1', 0, end))
    const rest = this.#bytes.subarray(end + 4)
    const value = (name: string) => head.headers.find(([other]) => other.toLowerCase() === name)?.[1]
    if (this.#method === 'HEAD' || head.status === 204 || head.status === 304) return whole(head, rest, 0)
    if (value('transfer-encoding') === 'chunked') return this.#chunked(head, rest)
    const length = value('content-length')
    if (length !== undefined) {
      if (rest.length >= Number(length)) return whole(head, rest, Number(length))
      return this.#ended ? broken(head, rest, null) : null
    }
    return this.#ended ? whole(head, rest, rest.length) : null
  }

  #chunked(head: NonNullable<Answer['head']>, rest: Buffer): Answer | null {
    const pieces: Buffer[] = []
    for (let at = 0; ; ) {
      const line = rest.indexOf('\r\n', at)
      const size = line < 0 ? Number.NaN : Number.parseInt(rest.toString('latin1', at, line), 16)
      const end = line + 2 + size
      // Also when `size` is not known yet.
      if (!(rest.length >= end + 2)) return this.#ended ? broken(head, Buffer.concat(pieces), sizes(pieces)) : null
      if (size === 0)
        return { ...whole(head, rest.subarray(end + 2), 0), body: Buffer.concat(pieces), chunks: sizes(pieces) }
      pieces.push(rest.subarray(line + 2, end))
      at = end + 2
    }
  }
}

function parseHead(text: string): NonNullable<Answer['head']> {
  const [statusLine = '', ...lines] = text.split('\r\n')
  const match = /^HTTP\/1\.1 (\d{3}) (.*)$/.exec(statusLine)
  if (!match) throw new Error(`not a status line: ${statusLine}`)
  const headers = lines.map((line): HeaderLine => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { status: Number(match[1]), reason: match[2] ?? '', headers }
}

/** A complete answer. Bytes after its end are a fault of the server and must not go unseen. */
function whole(head: NonNullable<Answer['head']>, rest: Buffer, length: number): Answer {
  if (rest.length > length) throw new Error(`${rest.length - length} bytes after the end of the answer`)
  return { head, body: rest, chunks: null, failure: null }
}

function broken(head: Answer['head'], body: Buffer, chunks: Answer['chunks']): Answer {
  return { head, body, chunks, failure: 'connection-reset' }
}

function sizes(pieces: readonly Buffer[]): readonly number[] {
  return pieces.map((piece) => piece.length)
}
