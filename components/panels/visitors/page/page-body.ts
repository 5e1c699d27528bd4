import type { HeaderList } from '@/lib/engine/http/message'

/** What a browser makes of a response's body. */
export type PageBody =
  | { readonly kind: 'html' | 'text'; readonly text: string }
  /** Something a browser would save or show with a plug-in; `type` is its media type. */
  | { readonly kind: 'file'; readonly type: string; readonly size: number }
  | { readonly kind: 'empty' }

/** How many bytes are looked at for a charset or a kind (WHATWG Encoding sniffing, section 13.2.3.2 of HTML). */
const SNIFFED = 1024

/** The body as a page: its kind by Content-Type, its text by the charset that header, byte order mark or markup name. */
export function pageBody(headers: HeaderList, body: Uint8Array): PageBody {
  if (body.length === 0) return { kind: 'empty' }
  const contentType = headerValue(headers, 'content-type') ?? ''
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^attachment\b/i.test(headerValue(headers, 'content-disposition')?.trim() ?? '')) {
    return { kind: 'file', type: type || 'application/octet-stream', size: body.length }
  }
  const text = () => decode(body, charsetOf(contentType) ?? charsetInMarkup(body))
  switch (kindOf(type, body)) {
    case 'html':
      return { kind: 'html', text: text() }
    case 'text':
      return { kind: 'text', text: text() }
    case 'file':
      return { kind: 'file', type, size: body.length }
  }
}

/** The first value of a header, its name in any case; `null` when there is none. */
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

function kindOf(type: string, body: Uint8Array): 'html' | 'text' | 'file' {
  if (type === '') return looksLikeHtml(body) ? 'html' : 'text'
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (type.startsWith('text/') || /[/+](json|javascript|xml)$/.test(type)) return 'text'
  return 'file'
}

function looksLikeHtml(body: Uint8Array): boolean {
  return /^\s*<(!doctype|html|head|body|h1|div|p|a|table|script|style|title|form|ul|!--)/i.test(start(body))
}

function charsetInMarkup(body: Uint8Array): string | null {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start(body))?.[1] ?? null
}

function start(body: Uint8Array): string {
  return new TextDecoder('latin1').decode(body.subarray(0, SNIFFED))
}
