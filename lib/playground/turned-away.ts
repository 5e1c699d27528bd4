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

/** Neighbours that left a jar in the same exchange for the same reason, a purge for example, as one. */
export function alikeTogether(all: readonly TurnedAway[]): readonly (readonly [TurnedAway, ...TurnedAway[]])[] {
  const groups: [TurnedAway, ...TurnedAway[]][] = []
  for (const each of all) {
    const group = groups.at(-1)
    if (group && isAlike(group[0], each)) group.push(each)
    else groups.push([each])
  }
  return groups
}

function isAlike(a: TurnedAway, b: TurnedAway): boolean {
  return (
    a.decision.kind === 'removed' &&
    b.decision.kind === 'removed' &&
    a.exchange === b.exchange &&
    a.decision.because.rule === b.decision.because.rule
  )
}
