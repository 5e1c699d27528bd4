import type { CookieKey, StoredCookie } from '@/lib/engine/cookies/cookie'
import { byHeaderOrder } from '@/lib/engine/cookies/cookie-string'
import type { AppliedRule, CookieDecision } from '@/lib/engine/cookies/decision'
import { isForHost } from '@/lib/engine/cookies/host-scope'
import { prefixObjection } from '@/lib/engine/cookies/name-prefix'
import { utf8Octets } from '@/lib/engine/cookies/octets'
import type { JarPolicy } from '@/lib/engine/cookies/policy'
import { controlCharacter, pairTooLarge, trimWhitespace } from '@/lib/engine/cookies/set-cookie-string'

type Jar = ReadonlyMap<CookieKey, StoredCookie>

/** The cookie that a person means by a host and a name: of several, the first in the header, as servers read it. */
function named(stored: Jar, host: string, name: string): StoredCookie | null {
  const matching = [...stored.values()].filter((cookie) => cookie.name === name && isForHost(cookie, host))
  return matching.sort(byHeaderOrder)[0] ?? null
}

/** What no Set-Cookie line could have brought either, or what would not come back as one cookie. */
function objectionToPair(name: string, value: string, policy: JarPolicy): AppliedRule | null {
  const code = controlCharacter(name + value)
  if (code !== null) return { rule: 'control-character', values: { code } }
  if (`${name}${value}`.includes(';')) return { rule: 'unusable-character', values: { character: ';' } }
  if (name.includes('=')) return { rule: 'unusable-character', values: { character: '=' } }
  if (name === '' && value === '') return { rule: 'pair-empty' }
  return pairTooLarge(name, value, policy)
}

function added(host: string, name: string, value: string, now: number): StoredCookie {
  return {
    name,
    value,
    domain: host,
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'Default',
    expiry: null,
    creation: now,
    lastAccess: now,
  }
}

/**
 * A person writes a cookie, as in DevTools: the matching cookie gets the value and keeps the rest, or a session cookie
 * for the host alone is added. Changes nothing.
 *
 * @param stored the jar, without expired cookies
 * @param host a canonical host
 * @param value text; what is not ASCII is kept as UTF-8 octets
 * @see RFC 6265bis section 7.3
 */
export function decideEdit(
  stored: Jar,
  host: string,
  name: string,
  value: string,
  now: number,
  policy: JarPolicy,
): CookieDecision {
  const octets = { name: trimWhitespace(utf8Octets(name)), value: trimWhitespace(utf8Octets(value)) }
  const old = named(stored, host, octets.name)
  const cookie =
    old === null ? added(host, octets.name, octets.value, now) : { ...old, value: octets.value, lastAccess: now }
  const objection = objectionToPair(octets.name, octets.value, policy) ?? prefixObjection(cookie, true)
  if (objection !== null) {
    const line = octets.name === '' ? octets.value : `${octets.name}=${octets.value}`
    return { kind: 'refused', line, name: octets.name, because: objection, notes: [] }
  }
  const because: AppliedRule = old === null ? { rule: 'added-by-hand', values: { host } } : { rule: 'edited-by-hand' }
  return { kind: 'stored', cookie, replaced: old, because, notes: [] }
}

/**
 * A person deletes a cookie. Changes nothing.
 * @param host a canonical host
 * @returns `null` when there is none of that name for the host
 */
export function decideDelete(stored: Jar, host: string, name: string): CookieDecision | null {
  const cookie = named(stored, host, utf8Octets(name))
  return cookie === null ? null : { kind: 'removed', cookie, because: { rule: 'removed-by-hand' } }
}
