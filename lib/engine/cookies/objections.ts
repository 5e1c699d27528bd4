import type { ReceiveContext } from '@/lib/engine/cookies/context'
import type { CookieKey, StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { domainMatches } from '@/lib/engine/cookies/domain-match'
import { prefixObjection } from '@/lib/engine/cookies/name-prefix'
import { pathMatches } from '@/lib/engine/cookies/path-match'
import type { JarPolicy } from '@/lib/engine/cookies/policy'
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
): AppliedRule | null {
  if (cookie.secure && connection === 'plain') return { rule: 'secure-needs-https' }
  if (cookie.httpOnly && !context.httpApi) return { rule: 'httponly-from-script' }
  if (!cookie.secure && connection === 'plain' && hidesSecureCookie(cookie, stored)) {
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

/**
 * The first rule that a new cookie breaks, in the order of the standard's steps; `null` when there is none.
 * @see RFC 6265bis section 5.7 steps 13 to 22
 */
export function objectionTo(
  candidate: Candidate,
  stored: ReadonlyMap<CookieKey, StoredCookie>,
  policy: JarPolicy,
): AppliedRule | null {
  return (
    secureObjection(candidate, stored) ??
    sameSiteObjection(candidate, policy) ??
    prefixObjection(candidate.cookie, candidate.pathGiven)
  )
}
