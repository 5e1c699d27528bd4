import { type CookieKey, cookieKey, type StoredCookie } from '@/lib/engine/cookies/cookie'
import { byHeaderOrder } from '@/lib/engine/cookies/cookie-string'
import type { AppliedRule, CookieDecision } from '@/lib/engine/cookies/decision'
import { isForHost } from '@/lib/engine/cookies/host-scope'
import { prefixObjection } from '@/lib/engine/cookies/name-prefix'
import { utf8Octets } from '@/lib/engine/cookies/octets'
import type { JarPolicy } from '@/lib/engine/cookies/policy'
import { controlCharacter, pairTooLarge, trimWhitespace } from '@/lib/engine/cookies/set-cookie-string'

type Jar = ReadonlyMap<CookieKey, StoredCookie>

/** How a person names a cookie. */
export interface Named {
  /** A host name, with or without a port. */
  readonly host: string
  readonly name: string
  /** Of several, the one with this path; when absent, the first in the header, as servers read it. */
  readonly path?: string
}

/**
 * The cookie that a person means.
 * @param host the canonical host
 */
export function namedCookie(stored: Jar, host: string, { name, path }: Omit<Named, 'host'>): StoredCookie | null {
  const octets = trimWhitespace(utf8Octets(name))
  const matching = [...stored.values()].filter(
    (cookie) => cookie.name === octets && isForHost(cookie, host) && (path === undefined || cookie.path === path),
  )
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
 * A person puts a cookie into the jar as it is. Changes nothing.
 *
 * @param stored the jar, without expired cookies
 * @see RFC 6265bis section 7.3
 */
export function decidePlaced(
  stored: Jar,
  cookie: StoredCookie,
  because: AppliedRule,
  policy: JarPolicy,
): CookieDecision {
  const { name, value } = cookie
  const objection = objectionToPair(name, value, policy) ?? (policy.namePrefixes ? prefixObjection(cookie, true) : null)
  if (objection !== null) {
    return { kind: 'refused', line: name === '' ? value : `${name}=${value}`, name, because: objection, notes: [] }
  }
  const known = asKnown(cookie, policy)
  return { kind: 'stored', cookie: known, replaced: stored.get(cookieKey(known)) ?? null, because, notes: [] }
}

/** A browser cannot keep what it knows no attribute for. */
function asKnown(cookie: StoredCookie, { unknownAttributes }: JarPolicy): StoredCookie {
  if (unknownAttributes.length === 0) return cookie
  const { priority, partition, ...plain } = cookie
  const knows = (attribute: string) => !unknownAttributes.includes(attribute)
  return {
    ...plain,
    httpOnly: plain.httpOnly && knows('httponly'),
    sameSite: knows('samesite') ? plain.sameSite : 'Default',
    ...(priority !== undefined && knows('priority') ? { priority } : {}),
    ...(partition !== undefined && knows('partitioned') ? { partition } : {}),
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
  named: Omit<Named, 'host'>,
  value: string,
  now: number,
  policy: JarPolicy,
): CookieDecision {
  const octets = trimWhitespace(utf8Octets(value))
  const old = namedCookie(stored, host, named)
  if (old !== null) {
    return decidePlaced(stored, { ...old, value: octets, lastAccess: now }, { rule: 'edited-by-hand' }, policy)
  }
  const cookie = added(host, trimWhitespace(utf8Octets(named.name)), octets, now)
  return decidePlaced(stored, cookie, { rule: 'added-by-hand', values: { host } }, policy)
}
