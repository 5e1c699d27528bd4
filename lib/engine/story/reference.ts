import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { VisitorId } from '@/lib/engine/story/action'
import { percentDecoded, signedValue } from '@/lib/engine/trace/signed-value'

/** What references need of a visitor. */
export interface Referred {
  readonly jar: {
    /** Of the cookies of this name, whatever their host, the one that was set last. */
    setLast(name: string): StoredCookie | null
    /** The values that cookies of this name had one after the other, each once, in the order of their first coming. */
    valuesOf(name: string): readonly string[]
  }
}

/**
 * `{alice/connect.sid}`, `{alice/connect.sid/raw}` or `{alice/connect.sid/2}`. A visitor is named by a word; a cookie's name is a token
 * (RFC 6265bis section 4.1.1), which holds neither braces nor slashes nor quotes, so that JSON is no reference.
 */
const REFERENCE = /\{([\p{L}\p{N}_-]+)\/([!#$%&'*+.^_`|~\w-]+)(\/raw|\/[1-9]\d{0,3})?\}/gu

/**
 * A text of an action with what its references stand for at this moment: the session id in a visitor's cookie
 * (percent-decoded, without `s:` and signature), with `/raw` the cookie's value as it is, or with `/2` the second value
 * that it ever had: who carries a copy of a cookie still has it when the jar no longer does. An action that names a cookie
 * this way means the same against an edited program; literal bytes would not.
 *
 * @returns `null` when a reference leads to no cookie
 */
export function resolveReferences(text: string, visitors: ReadonlyMap<VisitorId, Referred>): string | null {
  let missing = false
  const resolved = text.replace(REFERENCE, (reference, visitor: string, name: string, what: string | undefined) => {
    const jar = visitors.get(visitor)?.jar
    const value = jar ? valueIn(jar, name, what) : null
    if (value !== null) return value
    missing = true
    return reference
  })
  return missing ? null : resolved
}

/** A piece of a text of an action. */
export type ReferencePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reference'; readonly text: string; readonly visitor: VisitorId; readonly cookie: string }

/** Splits a text of an action, or one that such a text is part of, where it refers to cookies. */
export function referenceParts(text: string): readonly ReferencePart[] {
  const parts: ReferencePart[] = []
  let end = 0
  for (const match of text.matchAll(REFERENCE)) {
    if (match.index > end) parts.push({ type: 'text', text: text.slice(end, match.index) })
    parts.push({ type: 'reference', text: match[0], visitor: match[1] ?? '', cookie: match[2] ?? '' })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ type: 'text', text: text.slice(end) })
  return parts
}

function valueIn(jar: Referred['jar'], name: string, what: string | undefined): string | null {
  if (what !== undefined && what !== '/raw') return jar.valuesOf(name)[Number(what.slice(1)) - 1] ?? null
  const value = jar.setLast(name)?.value ?? null
  return value === null || what === '/raw' ? value : sessionIdIn(value)
}

function sessionIdIn(value: string): string {
  return percentDecoded(signedValue(value)?.id ?? value)
}
