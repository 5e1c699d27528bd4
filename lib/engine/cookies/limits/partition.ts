import type { CookieKey, StoredCookie } from '@/lib/engine/cookies/cookie'
import { leastRecentFirst } from '@/lib/engine/cookies/limits/least-recent'
import { type Removed, removedBecause } from '@/lib/engine/cookies/limits/removed'
import type { JarLimits } from '@/lib/engine/cookies/policy'
import { siteOf } from '@/lib/engine/cookies/public-suffix'

/**
 * What a site lets go of in one partition: no more than has to go, and whatever its priority.
 *
 * @param newest the partitioned cookie that was just stored
 * @see draft-cutler-httpbis-partitioned-cookies-01 section 4.1; Chromium's GarbageCollectPartitionedCookies
 */
export function excessInPartition(
  stored: ReadonlyMap<CookieKey, StoredCookie>,
  newest: StoredCookie,
  { partition: limit }: JarLimits,
): Removed[] {
  if (limit === null || newest.partition === undefined) return []
  const site = siteOf(newest.domain)
  const own = [...stored.values()].filter(
    (cookie) => cookie.partition === newest.partition && siteOf(cookie.domain) === site,
  )
  let octets = own.reduce((sum, cookie) => sum + sizeOf(cookie), 0)
  const going: StoredCookie[] = []
  for (const cookie of leastRecentFirst(own)) {
    if (octets <= limit.octets && own.length - going.length <= limit.cookies) break
    octets -= sizeOf(cookie)
    going.push(cookie)
  }
  const values = { site, top: newest.partition, limit: String(limit.cookies), octets: String(limit.octets) }
  return going.map(removedBecause({ rule: 'evicted-partition', values }))
}

function sizeOf({ name, value }: StoredCookie): number {
  return name.length + value.length
}
