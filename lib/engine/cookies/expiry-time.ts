import type { CookieAttributes } from '@/lib/engine/cookies/attributes'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import type { JarPolicy } from '@/lib/engine/cookies/policy'

/** The earliest and the latest date that JavaScript can represent. */
const earliest = -8.64e15
const latest = 8.64e15

const day = 24 * 60 * 60 * 1000

/**
 * When a new cookie expires: Max-Age goes before Expires, and neither goes beyond the policy's limit.
 *
 * @returns milliseconds since the Unix epoch, or `null` for a session cookie
 * @see RFC 6265bis section 5.7 step 6, sections 5.5, 5.6.1 and 5.6.2
 */
export function expiryTime(
  attributes: CookieAttributes,
  now: number,
  policy: JarPolicy,
  notes: AppliedRule[],
): number | null {
  const { maxAge, expires } = attributes
  if (maxAge !== null && expires !== null) notes.push({ rule: 'max-age-wins' })
  const wanted = maxAge === null ? expires : maxAge <= 0 ? earliest : Math.min(now + maxAge * 1000, latest)
  if (wanted === null) {
    notes.push({ rule: 'lifetime-session' })
    return null
  }
  if (wanted <= now + policy.lifetime) return wanted
  notes.push({ rule: 'lifetime-capped', values: { days: String(policy.lifetime / day) } })
  return now + policy.lifetime
}

/** Whether a cookie's time is up. At the very millisecond of its expiry it is, as in browsers. */
export function isExpired(cookie: StoredCookie, now: number): boolean {
  return cookie.expiry !== null && cookie.expiry <= now
}
