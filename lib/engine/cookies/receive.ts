import { readAttributes } from '@/lib/engine/cookies/attributes'
import { canonicalHost } from '@/lib/engine/cookies/canonical-host'
import type { ReceiveContext } from '@/lib/engine/cookies/context'
import { type CookieKey, cookieKey, type StoredCookie, scopeOf } from '@/lib/engine/cookies/cookie'
import { cookieDomain } from '@/lib/engine/cookies/cookie-domain'
import { cookiePath } from '@/lib/engine/cookies/cookie-path'
import { cookiePriority } from '@/lib/engine/cookies/cookie-priority'
import { cookieSameSite } from '@/lib/engine/cookies/cookie-same-site'
import type { AppliedRule, CookieDecision } from '@/lib/engine/cookies/decision'
import { expiryTime, isExpired } from '@/lib/engine/cookies/expiry-time'
import { isForHost } from '@/lib/engine/cookies/host-scope'
import { type Candidate, objectionTo } from '@/lib/engine/cookies/objections'
import type { JarPolicy } from '@/lib/engine/cookies/policy'
import { schemefulSite } from '@/lib/engine/cookies/same-site'
import { connectionSecurity } from '@/lib/engine/cookies/secure-connection'
import { parseSetCookieString, type SetCookieString } from '@/lib/engine/cookies/set-cookie-string'

type Built = ({ readonly kind: 'built' } & Candidate) | { readonly kind: 'refused'; readonly because: AppliedRule }

/** Makes the new cookie (steps 2 to 12, 14 and 17). */
function build(
  parsed: Extract<SetCookieString, { kind: 'parsed' }>,
  context: ReceiveContext,
  policy: JarPolicy,
  notes: AppliedRule[],
): Built {
  const { name, value } = parsed
  const { url, now } = context
  if (name === '' && value === '') return { kind: 'refused', because: { rule: 'pair-empty' } }
  const host = canonicalHost(url)
  if (host === null) return { kind: 'refused', because: { rule: 'host-unusable' } }
  const attributes = readAttributes(parsed.attributes, policy, notes)
  const expiry = expiryTime(attributes, now, policy, notes)
  const scope = cookieDomain(attributes.domain, host, notes)
  if (scope.kind === 'refused') return scope
  const path = cookiePath(attributes.path, url.pathname, notes)
  const { secure, httpOnly } = attributes
  const connection = connectionSecurity(url, host, policy)
  if (secure && connection === 'loopback') notes.push({ rule: 'loopback-is-secure', values: { host } })
  const sameSite = cookieSameSite(attributes.sameSite, policy, notes)
  const priority = cookiePriority(attributes.priority, notes)
  const partition = attributes.partitioned ? (context.topLevelSite ?? schemefulSite(url)) : undefined
  if (partition !== undefined) notes.push({ rule: 'partitioned', values: { top: partition } })
  const { domain, hostOnly } = scope
  const cookie: StoredCookie = {
    name,
    value,
    domain,
    hostOnly,
    path,
    secure,
    httpOnly,
    sameSite,
    expiry,
    creation: now,
    lastAccess: now,
    ...(priority === undefined ? {} : { priority }),
    ...(partition === undefined ? {} : { partition }),
  }
  return { kind: 'built', cookie, pathGiven: attributes.path !== null, connection, context }
}

/** Why an expired line removes nothing; a cookie of the same name elsewhere is the usual mistake, so it is named. */
function nothingRemoved(cookie: StoredCookie, host: string, stored: Iterable<StoredCookie>): AppliedRule {
  const values = { name: cookie.name, where: scopeOf(cookie) }
  for (const other of stored) {
    if (other.name === cookie.name && isForHost(other, host)) {
      return { rule: 'removal-missed', values: { ...values, other: scopeOf(other) } }
    }
  }
  return { rule: 'nothing-to-remove', values }
}

/**
 * Decides about one Set-Cookie string: stored, removed or refused. Changes nothing.
 *
 * @param line octets, one character each
 * @param stored the jar, without expired cookies
 * @see RFC 6265bis section 5.7
 */
export function decideReceived(
  line: string,
  context: ReceiveContext,
  stored: ReadonlyMap<CookieKey, StoredCookie>,
  policy: JarPolicy,
): CookieDecision {
  const parsed = parseSetCookieString(line, policy)
  const { name } = parsed
  if (parsed.kind === 'ignored') return { kind: 'refused', line, name, because: parsed.because, notes: [] }
  const notes = [...parsed.notes]
  const refuse = (because: AppliedRule): CookieDecision => ({ kind: 'refused', line, name, because, notes })

  const built = build(parsed, context, policy, notes)
  if (built.kind === 'refused') return refuse(built.because)
  const { cookie } = built
  const objection = objectionTo(built, stored, policy)
  if (objection !== null) return refuse(objection)

  const old = stored.get(cookieKey(cookie))
  if (old?.httpOnly && !context.httpApi) return refuse({ rule: 'httponly-cookie-kept', values: { name } })
  if (isExpired(cookie, context.now)) {
    if (old !== undefined) return { kind: 'removed', cookie: old, because: { rule: 'removed-by-server' } }
    return refuse(nothingRemoved(cookie, context.url.hostname, stored.values()))
  }
  if (old === undefined) return { kind: 'stored', cookie, replaced: null, because: { rule: 'added' }, notes }
  const replacing = { ...cookie, creation: old.creation }
  return { kind: 'stored', cookie: replacing, replaced: old, because: { rule: 'replaced' }, notes }
}
