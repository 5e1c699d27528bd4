import { type CookieKey, cookieKey, type StoredCookie } from '@/lib/engine/cookies/cookie'
import type { CookieDecision } from '@/lib/engine/cookies/decision'

/** Carries a decision out on a jar of one's own, in place. A replaced or sent cookie keeps its position. */
export function applyInPlace(cookies: Map<CookieKey, StoredCookie>, decision: CookieDecision): void {
  switch (decision.kind) {
    case 'stored':
    case 'sent':
      cookies.set(cookieKey(decision.cookie), decision.cookie)
      break
    case 'removed':
      cookies.delete(cookieKey(decision.cookie))
      break
    case 'refused':
    case 'withheld':
      break
    default:
      decision satisfies never
  }
}

/**
 * The jar after a decision. Folding a jar's decisions over an empty map gives the jar itself, in its order.
 * @returns `cookies` itself when the decision changes nothing, else a new map
 */
export function applyDecision(
  cookies: ReadonlyMap<CookieKey, StoredCookie>,
  decision: CookieDecision,
): ReadonlyMap<CookieKey, StoredCookie> {
  if (decision.kind === 'refused' || decision.kind === 'withheld') return cookies
  const next = new Map(cookies)
  applyInPlace(next, decision)
  return next
}
