import type { StoredCookie } from '@/lib/engine/cookies/cookie'

/**
 * Cookies by their last use, longest ago first; of those used at the same moment, the older one. What came in the same
 * millisecond keeps its order.
 *
 * @see RFC 6265bis section 5.7: the earliest last-access-time goes first
 */
export function leastRecentFirst(cookies: readonly StoredCookie[]): StoredCookie[] {
  return [...cookies].sort((a, b) => a.lastAccess - b.lastAccess || a.creation - b.creation)
}
