import type { AppliedRule } from '@/lib/engine/cookies/decision'
import type { JarPolicy } from '@/lib/engine/cookies/policy'

/** One `name=value` or `name` after the first semicolon, trimmed, as it was written. */
export interface CookieAttribute {
  readonly name: string
  readonly value: string
}

export type SetCookieString =
  | {
      readonly kind: 'parsed'
      readonly name: string
      readonly value: string
      readonly attributes: readonly CookieAttribute[]
      readonly notes: readonly AppliedRule[]
    }
  | { readonly kind: 'ignored'; readonly name: string; readonly because: AppliedRule }

interface Pair {
  readonly name: string
  readonly value: string
}

/** The first control character other than tab, as `0x0A`; `null` when there is none (step 1). */
export function controlCharacter(text: string): string | null {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) {
      return `0x${code.toString(16).toUpperCase().padStart(2, '0')}`
    }
  }
  return null
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** Without spaces and tabs at both ends; other whitespace is none to this grammar. */
export function trimWhitespace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isWhitespace(text.charCodeAt(start))) start += 1
  while (end > start && isWhitespace(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** Name and value share one limit; attributes don't count (step 5). */
export function pairTooLarge(name: string, value: string, policy: JarPolicy): AppliedRule | null {
  const size = name.length + value.length
  if (size <= policy.pairOctets) return null
  return { rule: 'pair-too-large', values: { size: String(size), limit: String(policy.pairOctets) } }
}

/** A browser of 1997 counts the attributes in (RFC 2109 section 6.3). */
function lineTooLarge(line: string, { lineOctets }: JarPolicy): AppliedRule | null {
  if (lineOctets === null || line.length <= lineOctets) return null
  return { rule: 'line-too-large', values: { size: String(line.length), limit: String(lineOctets) } }
}

/** Splits at the first "=". Without one, all of it is the value of a cookie, or the name of an attribute. */
function splitPair(text: string, without: 'value' | 'name'): Pair {
  const equals = text.indexOf('=')
  if (equals !== -1) return { name: text.slice(0, equals), value: text.slice(equals + 1) }
  return without === 'value' ? { name: '', value: text } : { name: text, value: '' }
}

function parseAttributes(unparsed: string, policy: JarPolicy, notes: AppliedRule[]): CookieAttribute[] {
  const attributes: CookieAttribute[] = []
  for (const piece of unparsed.split(';')) {
    const written = splitPair(piece, 'name')
    const name = trimWhitespace(written.name)
    const value = trimWhitespace(written.value)
    if (name === '' && value === '') continue
    if (value.length > policy.attributeOctets) {
      const values = { attribute: name, size: String(value.length), limit: String(policy.attributeOctets) }
      notes.push({ rule: 'attribute-too-large', values })
      continue
    }
    attributes.push({ name, value })
  }
  return attributes
}

/**
 * Parses the value of one Set-Cookie header field, octet by octet: nothing is percent-decoded, quotes stay part of the
 * value. What the attributes mean is not decided here.
 *
 * @param line octets, one character each
 * @see RFC 6265bis section 5.6
 */
export function parseSetCookieString(line: string, policy: JarPolicy): SetCookieString {
  const semicolon = line.indexOf(';')
  const pair = splitPair(semicolon === -1 ? line : line.slice(0, semicolon), 'value')
  const name = trimWhitespace(pair.name)
  const value = trimWhitespace(pair.value)

  const code = controlCharacter(line)
  if (code !== null) return { kind: 'ignored', name, because: { rule: 'control-character', values: { code } } }

  const tooLarge = pairTooLarge(name, value, policy) ?? lineTooLarge(line, policy)
  if (tooLarge !== null) return { kind: 'ignored', name, because: tooLarge }

  const notes: AppliedRule[] = []
  if (name.length < pair.name.length || value.length < pair.value.length) notes.push({ rule: 'whitespace-trimmed' })
  if (name === '' && value !== '') notes.push({ rule: 'nameless' })
  const attributes = semicolon === -1 ? [] : parseAttributes(line.slice(semicolon + 1), policy, notes)
  return { kind: 'parsed', name, value, attributes, notes }
}
