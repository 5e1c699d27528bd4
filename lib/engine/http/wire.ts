import type { HeaderList, HttpRequest, ResponseHead } from '@/lib/engine/http/message'

const encoder = new TextEncoder()

/** A request as it went over the wire (RFC 9112 section 2.1). */
export function requestBytes({ method, target, headers, body }: HttpRequest): Uint8Array {
  return joined([headBytes(`${method} ${target} HTTP/1.1`, headers), body])
}

/**
 * A response as it came over the wire. Pieces of a chunked body are its chunks, which get their frames back
 * (RFC 9112 section 7.1): in a log they are without.
 * @param complete whether the body came to its end
 */
export function responseBytes(
  { status, reason, headers }: ResponseHead,
  pieces: readonly Uint8Array[],
  complete: boolean,
): Uint8Array {
  const head = headBytes(`HTTP/1.1 ${status} ${reason}`, headers)
  if (!isChunked(headers)) return joined([head, ...pieces])
  const chunks = pieces.flatMap((piece) => [encoder.encode(`${piece.length.toString(16)}\r\n`), piece, CRLF])
  return joined([head, ...chunks, ...(complete ? [LAST_CHUNK] : [])])
}

/** How many bytes a start line and headers take, with the blank line after them. */
export function headSize(startLine: string, headers: HeaderList): number {
  return headBytes(startLine, headers).length
}

/** What ends a chunked body without trailers. */
export const LAST_CHUNK = encoder.encode('0\r\n\r\n')

const CRLF = encoder.encode('\r\n')

/** Whether a body is in chunks. */
export function isChunked(headers: HeaderList): boolean {
  return headers.some(([name, value]) => /^transfer-encoding$/i.test(name) && /\bchunked$/i.test(value))
}

function headBytes(startLine: string, headers: HeaderList): Uint8Array {
  const lines = [startLine, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return octets(`${lines.join('\r\n')}\r\n\r\n`)
}

/** One byte a character, as Node writes heads (latin1); what has no place in one byte is written as UTF-8. */
function octets(text: string): Uint8Array {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return codes.every((code) => code <= 0xff) ? Uint8Array.from(codes) : encoder.encode(text)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
