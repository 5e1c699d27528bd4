import type { Priority, StoredCookie } from '@/lib/engine/cookies/cookie'
import { leastRecentFirst } from '@/lib/engine/cookies/limits/least-recent'
import type { CookieRuleId } from '@/lib/engine/cookies/rules'

/** A cookie that has to go, and the rule that chose it. */
export interface Chosen {
  readonly cookie: StoredCookie
  readonly rule: CookieRuleId
}

interface Round {
  readonly priority: Priority
  readonly sparesSecure: boolean
  readonly rule: CookieRuleId
}

/** The order in which Chromium makes room. */
const rounds: readonly Round[] = [
  { priority: 'Low', sparesSecure: true, rule: 'evicted-low-priority' },
  { priority: 'Low', sparesSecure: false, rule: 'evicted-low-priority' },
  { priority: 'Medium', sparesSecure: true, rule: 'evicted-not-secure' },
  { priority: 'High', sparesSecure: true, rule: 'evicted-not-secure' },
  { priority: 'Medium', sparesSecure: false, rule: 'evicted-secure' },
  { priority: 'High', sparesSecure: false, rule: 'evicted-secure' },
]

export function priorityOf(cookie: StoredCookie): Priority {
  return cookie.priority ?? 'Medium'
}

/** How many of a round may go: each priority keeps its quota, of which its Secure cookies make up a part. */
function expendable(left: readonly StoredCookie[], round: Round, quota: number): number {
  const ranked = left.filter((cookie) => priorityOf(cookie) === round.priority)
  if (ranked.length <= quota) return 0
  const secure = ranked.filter((cookie) => cookie.secure).length
  return ranked.length - (round.sparesSecure ? Math.max(secure, quota) : quota)
}

/**
 * Which of a site's cookies go, in their order: low priority before medium and high, not Secure before Secure, used long
 * ago before used lately.
 *
 * @param goal how many have to go
 * @see Chromium's CookieMonster::GarbageCollect and PurgeLeastRecentMatches (net/cookies/cookie_monster.cc)
 */
export function purgeByPriority(
  cookies: readonly StoredCookie[],
  goal: number,
  quotas: Readonly<Record<Priority, number>>,
): Chosen[] {
  const chosen: Chosen[] = []
  let left = leastRecentFirst(cookies)
  for (const round of rounds) {
    const most = Math.min(goal - chosen.length, expendable(left, round, quotas[round.priority]))
    if (most <= 0) continue
    const going = new Set(left.filter((cookie) => isOf(round, cookie)).slice(0, most))
    for (const cookie of going) chosen.push({ cookie, rule: round.rule })
    left = left.filter((cookie) => !going.has(cookie))
  }
  return chosen
}

function isOf({ priority, sparesSecure }: Round, cookie: StoredCookie): boolean {
  return priorityOf(cookie) === priority && !(sparesSecure && cookie.secure)
}
