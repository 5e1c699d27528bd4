import type { SessionId, SessionIds } from '@/lib/engine/trace/session-ids-at'
import { percentDecoded, signedValue } from '@/lib/engine/trace/signed-value'

/** A piece of a text; the pieces of a text in a row are the text. */
export type Part =
  | { readonly type: 'text'; readonly text: string }
  /** `text` stands for a session: its id, as it is or percent-encoded. */
  | { readonly type: 'session'; readonly text: string; readonly session: SessionId }

/** Shorter ids (`1`, `bob`) are words like others: they count only where they are all of a cookie's value. */
const CLEAR = 8

/** Splits any text (a header's value, a cookie, a body) where it names session ids, `s:<id>.<signature>` included. */
export function parts(ids: SessionIds, text: string): Part[] {
  const found: Part[] = []
  let plain = 0
  let position = 0
  while (position < text.length) {
    const end = idEnd(ids, text, position)
    const session = end === null ? undefined : sessionOfForm(ids, text.slice(position, end))
    if (end === null || !session) {
      position++
      continue
    }
    if (plain < position) found.push({ type: 'text', text: text.slice(plain, position) })
    found.push({ type: 'session', text: text.slice(position, end), session })
    plain = end
    position = end
  }
  if (plain < text.length) found.push({ type: 'text', text: text.slice(plain) })
  return found
}

/**
 * The session that a cookie's value belongs to: an id, or `s:<id>.<signature>` as cookie-signature writes it, each also
 * percent-encoded. `null` when no such id was seen.
 */
export function sessionOfCookie(ids: SessionIds, value: string): SessionId | null {
  for (const text of [value, percentDecoded(value)]) {
    const session = sessionOfForm(ids, text) ?? sessionOfForm(ids, signedValue(text)?.id ?? text)
    if (session) return session
  }
  return null
}

/** Where the longest id that begins at a position ends. */
function idEnd(ids: SessionIds, text: string, start: number): number | null {
  if (!ids.starts.includes(text.charAt(start)) || !beginsWord(text, start)) return null
  for (const length of ids.lengths) {
    const end = start + length
    if (end > text.length || !endsWord(text, end)) continue
    if (length < CLEAR && !isCookieValue(text, start, end)) continue
    if (ids.forms.get(text.slice(start, end)) !== undefined) return end
  }
  return null
}

function sessionOfForm(ids: SessionIds, text: string): SessionId | undefined {
  const id = ids.forms.get(text)
  return id === undefined ? undefined : ids.all.get(id)
}

function isCookieValue(text: string, start: number, end: number): boolean {
  return (start === 0 || text[start - 1] === '=') && (end === text.length || text[end] === ';')
}

/** Whether a word may begin here: not between two letters or digits, unless those before are a percent-encoding. */
function beginsWord(text: string, position: number): boolean {
  return !isWordPart(text, position - 1) || !isWordPart(text, position) || isEncoding(text, position - 3)
}

function endsWord(text: string, position: number): boolean {
  return !isWordPart(text, position - 1) || !isWordPart(text, position)
}

function isWordPart(text: string, position: number): boolean {
  const code = text.charCodeAt(position)
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function isEncoding(text: string, position: number): boolean {
  return text[position] === '%' && /^[\dA-Fa-f]{2}$/.test(text.slice(position + 1, position + 3))
}
