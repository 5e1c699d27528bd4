import type { ReceiveContext } from '@/lib/engine/cookies/context'
import type { CookieKey, StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { domainMatches } from '@/lib/engine/cookies/domain-match'
import { prefixObjection } from '@/lib/engine/cookies/name-prefix'
import { pathMatches } from '@/lib/engine/cookies/path-match'
import type { JarPolicy } from '@/lib/engine/cookies/policy'
import { thirdPartyTo } from '@/lib/engine/cookies/same-site'
import type { ConnectionSecurity } from '@/lib/engine/cookies/secure-connection'

/** A new cookie on the way into a jar. */
export interface Candidate {
  readonly cookie: StoredCookie
  /** The line had a Path attribute. */
  readonly pathGiven: boolean
  readonly connection: ConnectionSecurity
  readonly context: ReceiveContext
}

/**
 * "Leave secure cookies alone": from plain http nothing may replace a Secure cookie, nor go before it in the header.
 * @see RFC 6265bis section 5.7 step 16
 */
function hidesSecureCookie(cookie: StoredCookie, stored: ReadonlyMap<CookieKey, StoredCookie>): boolean {
  for (const other of stored.values()) {
    if (!other.secure || other.name !== cookie.name) continue
    const related = domainMatches(other.domain, cookie.domain) || domainMatches(cookie.domain, other.domain)
    if (related && pathMatches(cookie.path, other.path)) return true
  }
  return false
}

function secureObjection(
  { cookie, connection, context }: Candidate,
  stored: ReadonlyMap<CookieKey, StoredCookie>,
  { secureNeedsHttps }: JarPolicy,
): AppliedRule | null {
  const isPlain = secureNeedsHttps && connection === 'plain'
  if (cookie.secure && isPlain) return { rule: 'secure-needs-https' }
  if (cookie.httpOnly && !context.httpApi) return { rule: 'httponly-from-script' }
  if (!cookie.secure && isPlain && hidesSecureCookie(cookie, stored)) {
    return { rule: 'secure-cookie-kept', values: { name: cookie.name } }
  }
  return null
}

function sameSiteObjection({ cookie, context }: Candidate, policy: JarPolicy): AppliedRule | null {
  const crossSiteAllowed =
    cookie.sameSite === 'None' || (cookie.sameSite === 'Default' && policy.defaultSameSite === 'None')
  if (!crossSiteAllowed && !context.sameSiteRequest) return { rule: 'samesite-cross-site' }
  if (cookie.sameSite === 'None' && !cookie.secure && policy.noneNeedsSecure) return { rule: 'none-needs-secure' }
  return null
}

/** Inside another site's page, a browser that blocks third-party cookies takes partitioned ones only. */
function thirdPartyObjection({ cookie, context }: Candidate, policy: JarPolicy): AppliedRule | null {
  if (cookie.partition !== undefined && !cookie.secure) return { rule: 'partitioned-needs-secure' }
  const top = thirdPartyTo(context)
  if (top === null || policy.thirdPartyCookies === 'allowed' || cookie.partition !== undefined) return null
  return { rule: 'third-party-refused', values: { top } }
}

/**
 * The first rule that a new cookie breaks, in the order of the standard's steps; `null` when there is none.
 * @see RFC 6265bis section 5.7 steps 13 to 22; section 7.1; draft-cutler-httpbis-partitioned-cookies-01 section 2.3
 */
export function objectionTo(
  candidate: Candidate,
  stored: ReadonlyMap<CookieKey, StoredCookie>,
  policy: JarPolicy,
): AppliedRule | null {
  return (
    secureObjection(candidate, stored, policy) ??
    sameSiteObjection(candidate, policy) ??
    (policy.namePrefixes ? prefixObjection(candidate.cookie, candidate.pathGiven) : null) ??
    thirdPartyObjection(candidate, policy)
  )
}
