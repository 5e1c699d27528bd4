import type { CookieDecision } from '@/lib/engine/cookies/decision'
import type { VisitorId } from '@/lib/engine/story/action'
import type { Event, ExchangeId } from '@/lib/engine/trace/event'
import { Projection } from '@/lib/engine/trace/projection'

/** A cookie that did not get into a jar, or that left it. */
export interface TurnedAway {
  readonly seq: number
  readonly visitor: VisitorId
  readonly exchange: ExchangeId | null
  readonly decision: Extract<CookieDecision, { readonly kind: 'refused' | 'removed' }>
}

interface State {
  readonly action: number | null
  readonly decisions: readonly TurnedAway[]
}

function reduce(state: State, event: Event): State {
  const current = event.action === state.action ? state : { action: event.action, decisions: [] }
  if (event.type !== 'cookie') return current
  const { seq, visitor, exchange, decision } = event
  if (decision.kind !== 'refused' && decision.kind !== 'removed') return current
  return { ...current, decisions: [...current.decisions, { seq, visitor, exchange, decision }] }
}

/** What the last action turned away from the jars or took out of them. */
export const turnedAwayProjection = new Projection<State>({ action: null, decisions: [] }, reduce)
