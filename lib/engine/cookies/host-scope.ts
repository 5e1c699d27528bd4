import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import { domainMatches } from '@/lib/engine/cookies/domain-match'

/**
 * Whether a cookie is for a canonical host. That its domain is no public suffix was seen when it was stored, and the
 * list does not change while a world lives.
 *
 * @see RFC 6265bis section 5.8.3 step 3, first requirement
 */
export function isForHost(cookie: StoredCookie, host: string): boolean {
  return cookie.hostOnly ? cookie.domain === host : domainMatches(host, cookie.domain)
}
