import type { ReceiveContext, RetrieveContext } from '@/lib/engine/cookies/context'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import type { CookieJar } from '@/lib/engine/cookies/jar'
import type { CookieRuleId } from '@/lib/engine/cookies/rules'

/** The moment at which the tests' worlds begin. */
export const epoch = Date.UTC(2026, 8, 1, 8, 0, 0)

/** A response to a visit that a person made by hand. */
export function from(url: string, more: Partial<Omit<ReceiveContext, 'url'>> = {}): ReceiveContext {
  return { now: epoch, httpApi: true, sameSiteRequest: true, ...more, url: new URL(url) }
}

/** A request of a visit that a person makes by hand. */
export function to(url: string, more: Partial<Omit<RetrieveContext, 'url'>> = {}): RetrieveContext {
  return {
    now: epoch,
    httpApi: true,
    method: 'GET',
    sameSiteRequest: true,
    topLevelNavigation: true,
    ...more,
    url: new URL(url),
  }
}

/** The one decision about a line. */
export function receiveOne(jar: CookieJar, line: string, context: ReceiveContext): CookieDecision {
  const decisions = jar.receive(line, context)
  const [decision] = decisions
  if (decision === undefined || decisions.length > 1) throw new Error(`${decisions.length} decisions about ${line}`)
  return decision
}

/** Every rule that a decision names: its reason first, then its notes. */
export function rulesIn(decision: CookieDecision): CookieRuleId[] {
  const notes = decision.kind === 'stored' || decision.kind === 'refused' ? decision.notes : []
  return [decision.because, ...notes].map(({ rule }) => rule)
}
