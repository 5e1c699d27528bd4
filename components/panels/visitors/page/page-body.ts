import type { HeaderList } from '@/lib/engine/http/message'
import { bodyStart, bodyText, headerValue } from '@/lib/playground/body-text'

/** What a browser makes of a response's body. */
export type PageBody =
  | { readonly kind: 'html' | 'text'; readonly text: string }
  /** Something a browser would save or show with a plug-in; `type` is its media type. */
  | { readonly kind: 'file'; readonly type: string; readonly size: number }
  | { readonly kind: 'empty' }

/** The body as a page, its kind by Content-Type. */
export function pageBody(headers: HeaderList, body: Uint8Array): PageBody {
  if (body.length === 0) return { kind: 'empty' }
  const type = (headerValue(headers, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^attachment\b/i.test(headerValue(headers, 'content-disposition')?.trim() ?? '')) {
    return { kind: 'file', type: type || 'application/octet-stream', size: body.length }
  }
  const kind = kindOf(type, body)
  return kind === 'file' ? { kind, type, size: body.length } : { kind, text: bodyText(headers, body) }
}

function kindOf(type: string, body: Uint8Array): 'html' | 'text' | 'file' {
  if (type === '') return looksLikeHtml(body) ? 'html' : 'text'
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (type.startsWith('text/') || /[/+](json|javascript|xml)$/.test(type)) return 'text'
  return 'file'
}

/** Without a type a browser looks at how the body begins (WHATWG MIME Sniffing section 7.1). */
function looksLikeHtml(body: Uint8Array): boolean {
  return /^\s*<(!doctype|html|head|body|h1|div|p|a|table|script|style|title|form|ul|!--)/i.test(bodyStart(body))
}
