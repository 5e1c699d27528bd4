import type { CookieDecision } from '@/lib/engine/cookies/decision'
import type { VisitorId } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

/** What became of the cookie that a person last put into a jar by hand. */
export interface HandDecision {
  readonly visitor: VisitorId
  readonly seq: number
  readonly decision: Extract<CookieDecision, { readonly kind: 'stored' | 'refused' }>
}

type State = OrderedMap<VisitorId, HandDecision>

function reduce(state: State, event: Event): State {
  if (event.type !== 'cookie' || event.exchange !== null) return state
  const { visitor, seq, decision } = event
  if (decision.kind !== 'stored' && decision.kind !== 'refused') return state
  return state.with(visitor, { visitor, seq, decision })
}

/** By visitor, the last decision about a cookie that came by hand. */
export const handDecisionsProjection = new Projection<State>(OrderedMap.empty(), reduce)
