import { hostScopeOf, type StoredCookie } from '@/lib/engine/cookies/cookie'
import { policyOf } from '@/lib/engine/cookies/policy'
import type { VisitorState } from '@/lib/engine/trace/visitors-at'

/** How much of a limit is used up. */
export interface Room {
  /** The site, or for a browser of 1997 the host, whose cookies count together. */
  readonly owner: string
  readonly count: number
  readonly limit: number
}

/** From which part of a large limit on it is worth a word; a small one always is. */
const WORTH = 0.5
const SMALL = 50

/**
 * The limits that a jar comes near to, in the order of its cookies. Partitioned cookies count for themselves and are left
 * out.
 */
export function roomIn(
  jar: Iterable<StoredCookie>,
  traits: Pick<VisitorState, 'incognito' | 'browser'>,
): readonly Room[] {
  const { counted, own: limit } = policyOf(traits).limits
  const counts = new Map<string, number>()
  for (const cookie of jar) {
    if (cookie.partition !== undefined) continue
    const owner = counted === 'by-site' ? siteInWorld(cookie.domain) : hostScopeOf(cookie)
    counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  const rooms = [...counts].map(([owner, count]) => ({ owner, count, limit }))
  return rooms.filter(({ count }) => limit <= SMALL || count >= limit * WORTH)
}

/** The site of one of the few hosts that a world has, without the list of public suffixes, which is long. */
function siteInWorld(host: string): string {
  return host.endsWith('.shop.example') ? 'shop.example' : host
}
