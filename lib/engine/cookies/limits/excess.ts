import { type CookieKey, cookieKey, hostScopeOf, type StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { leastRecentFirst } from '@/lib/engine/cookies/limits/least-recent'
import { excessInPartition } from '@/lib/engine/cookies/limits/partition'
import { purgeByPriority } from '@/lib/engine/cookies/limits/purge-rounds'
import { type Removed, removedBecause } from '@/lib/engine/cookies/limits/removed'
import type { JarLimits } from '@/lib/engine/cookies/policy'
import { siteOf } from '@/lib/engine/cookies/public-suffix'

const day = 24 * 60 * 60 * 1000

/**
 * What a jar lets go of because a new cookie was one too many ("remove excess cookies"). Changes nothing.
 *
 * @param stored the jar with the new cookie, without expired ones
 * @param newest the cookie that was just stored
 * @param now milliseconds since the Unix epoch
 * @see RFC 6265bis section 5.7; for partitioned cookies draft-cutler-httpbis-partitioned-cookies-01 section 4.1
 */
export function decideExcess(
  stored: ReadonlyMap<CookieKey, StoredCookie>,
  newest: StoredCookie,
  now: number,
  limits: JarLimits,
): Removed[] {
  if (newest.partition !== undefined) return excessInPartition(stored, newest, limits)
  // Most jars are far from any limit, and this comes with every cookie that is set.
  if (stored.size <= Math.min(limits.own, limits.total)) return []
  const ownGone = excessOfOwn(stored, newest, limits)
  const gone = new Set(ownGone.map(({ cookie }) => cookieKey(cookie)))
  const left = [...stored.values()].filter((cookie) => !gone.has(cookieKey(cookie)))
  return [...ownGone, ...excessInAll(left, now, limits)]
}

function excessOfOwn(stored: ReadonlyMap<CookieKey, StoredCookie>, newest: StoredCookie, limits: JarLimits): Removed[] {
  const owner = ownerOf(newest, limits)
  const own = [...stored.values()].filter((cookie) => isUnpartitioned(cookie) && ownerOf(cookie, limits) === owner)
  if (own.length <= limits.own) return []
  const goal = own.length - limits.ownKept
  const values = { site: owner, limit: String(limits.own), kept: String(limits.ownKept) }
  if (limits.quotas === null) {
    const because: AppliedRule = { rule: 'evicted-host', values: { host: owner, limit: String(limits.own) } }
    return leastRecentFirst(own).slice(0, goal).map(removedBecause(because))
  }
  return purgeByPriority(own, goal, limits.quotas).map(({ cookie, rule }) => removedBecause({ rule, values })(cookie))
}

/**
 * Today's browsers let go of what is not Secure first, and of nothing that was used lately: then the jar stays above its
 * limit (CookieMonster::GarbageCollect, "collect garbage for everything").
 */
function excessInAll(cookies: readonly StoredCookie[], now: number, limits: JarLimits): Removed[] {
  const counted = cookies.filter(isUnpartitioned)
  if (counted.length <= limits.total) return []
  const goal = counted.length - limits.totalKept
  const { total, totalKept, totalIdle } = limits
  const values = { limit: String(total) }
  if (totalIdle === null) {
    return leastRecentFirst(counted)
      .slice(0, goal)
      .map(removedBecause({ rule: 'evicted-total', values }))
  }
  const idle = leastRecentFirst(counted).filter((cookie) => cookie.lastAccess < now - totalIdle)
  const inOrder = [...idle.filter((cookie) => !cookie.secure), ...idle.filter((cookie) => cookie.secure)]
  const more = { ...values, kept: String(totalKept), days: String(totalIdle / day) }
  return inOrder.slice(0, goal).map(removedBecause({ rule: 'evicted-idle', values: more }))
}

function ownerOf(cookie: StoredCookie, { counted }: JarLimits): string {
  return counted === 'by-site' ? siteOf(cookie.domain) : hostScopeOf(cookie)
}

function isUnpartitioned(cookie: StoredCookie): boolean {
  return cookie.partition === undefined
}
