import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule, CookieDecision } from '@/lib/engine/cookies/decision'

export type Removed = Extract<CookieDecision, { kind: 'removed' }>

/** Makes the decision about each cookie that one rule takes out of a jar. */
export function removedBecause(because: AppliedRule): (cookie: StoredCookie) => Removed {
  return (cookie) => ({ kind: 'removed', cookie, because })
}
