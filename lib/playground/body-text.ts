import type { HeaderList } from '@/lib/engine/http/message'

/** How many bytes are looked at for a charset (HTML section 13.2.3.2). */
const SNIFFED = 1024

/** A body as text, by the charset that Content-Type, the byte order mark or the markup names; else as UTF-8. */
export function bodyText(headers: HeaderList, body: Uint8Array): string {
  return decode(body, charsetOf(headerValue(headers, 'content-type') ?? '') ?? charsetInMarkup(body))
}

/** The first value of a header, its name in lower case; `null` when there is none. */
export function headerValue(headers: HeaderList, name: string): string | null {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? null
}

/** Decodes with a charset's label, UTF-8 where it is missing or unknown. A byte order mark wins. */
export function decode(body: Uint8Array, charset: string | null): string {
  const label = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 'utf-8' : (charset ?? 'utf-8')
  try {
    return new TextDecoder(label).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

/** The charset parameter of a Content-Type; `null` when it names none. */
export function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1] ?? null
}

/** The first bytes of a body, one character a byte. */
export function bodyStart(body: Uint8Array): string {
  return new TextDecoder('latin1').decode(body.subarray(0, SNIFFED))
}

function charsetInMarkup(body: Uint8Array): string | null {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(bodyStart(body))?.[1] ?? null
}
