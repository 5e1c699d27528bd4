import type { Action } from '@/lib/engine/story/action'
import type { Event, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Vector } from '@/lib/engine/trace/persistent/vector'
import type { Lifeline, LifelineId, Lifelines } from '@/lib/engine/trace/sequence/lifeline'
import type { End, Says, Step } from '@/lib/engine/trace/sequence/step'

/** Something that is under way: its bars in the picture are not closed yet. */
export interface Opening {
  /** Position of the step that began it. */
  readonly began: number
  /** Of an exchange: position of its answer's head. */
  readonly head: number | null
}

/** The story as a sequence picture, up to a cursor. */
export interface Sequence {
  readonly steps: Vector<Step>
  /** In the order of their first coming; `inOrder` is how they stand beside each other. */
  readonly lifelines: Lifelines
  /** By `exchangeKey` and `callKey`. */
  readonly open: OrderedMap<string, Opening>
  readonly servers: OrderedMap<ProcessId, string>
  /** The action that is under way, or was last. */
  readonly doing: Action | null
  /** When the last step was, in milliseconds since the Unix epoch. */
  readonly now: number
}

export const NO_SEQUENCE: Sequence = {
  steps: Vector.empty(),
  lifelines: OrderedMap.empty(),
  open: OrderedMap.empty(),
  servers: OrderedMap.empty(),
  doing: null,
  now: 0,
}

/** From here on, time that passes is a gap of its own in the picture, even where nobody moved the clock. Milliseconds. */
const WORTH_A_GAP = 1_000

export const exchangeKey = (exchange: ExchangeId): string => `exchange ${exchange}`
export const callKey = (call: number): string => `call ${call}`

/** What a step says, and where; the rest follows from its event. */
export interface Draft {
  readonly says: Says
  readonly from?: End
  readonly to?: End
  /** The event's own when absent. */
  readonly exchange?: ExchangeId | null
}

/** One step more, after the gap before it where time went by. */
export function withStep(state: Sequence, event: Event, { says, from, to, exchange }: Draft): Sequence {
  const passed = withGap(state, event)
  const of = exchange === undefined ? ('exchange' in event ? event.exchange : null) : exchange
  const step: Step = {
    seq: event.seq,
    at: event.at,
    exchange: of,
    from: from ?? null,
    to: to ?? null,
    says,
    until: null,
    cut: null,
  }
  return { ...passed, steps: passed.steps.push(step), now: event.at }
}

/** The time since the last step, when it is worth a row or somebody moved the clock. */
export function withGap(state: Sequence, event: Event): Sequence {
  const duration = event.at - state.now
  const byHand = state.doing?.type === 'clock' || state.doing?.type === 'clock-to-next-expiry'
  if (duration <= 0 || (duration < WORTH_A_GAP && !byHand)) return state
  const says: Says = { type: 'gap', duration, byHand }
  const gap: Step = { seq: event.seq, at: event.at, exchange: null, from: null, to: null, says, until: null, cut: null }
  return { ...state, steps: state.steps.push(gap), now: event.at }
}

/** The state with something else said by a step. */
export function amended(state: Sequence, position: number, change: (step: Step) => Step): Sequence {
  const step = state.steps.at(position)
  return step ? { ...state, steps: state.steps.with(position, change(step)) } : state
}

/** The state in which a step says something else. */
export function said(state: Sequence, position: number, says: Says): Sequence {
  return amended(state, position, (step) => ({ ...step, says }))
}

/** The state in which a lifeline is known: as it was, else as given. */
export function withLine(state: Sequence, line: Lifeline): Sequence {
  return state.lifelines.has(line.id) ? state : { ...state, lifelines: state.lifelines.with(line.id, line) }
}

export function withLife(state: Sequence, line: Lifeline, alive: boolean): Sequence {
  const known = state.lifelines.get(line.id) ?? line
  return { ...state, lifelines: state.lifelines.with(line.id, { ...known, alive }) }
}

/** What ended something that was under way; `until` is the position of the step that did. */
export function closed(state: Sequence, key: string, until: number): Sequence {
  const opening = state.open.get(key)
  if (!opening) return state
  const ended = amended(state, opening.began, (step) => ({ ...step, until }))
  return { ...ended, open: ended.open.without(key) }
}

/** The lowest bar of a lifeline that nothing under way has. */
export function freeLane(state: Sequence, line: LifelineId): number {
  const taken = new Set<number>()
  for (const { began } of state.open.values()) {
    for (const end of barsOf(state.steps.at(began))) if (end.line === line) taken.add(end.lane ?? 0)
  }
  let lane = 0
  while (taken.has(lane)) lane++
  return lane
}

/** The ends of a step that begin a bar: a request's on both lifelines, a store call's on the store's. */
export function barsOf(step: Step | undefined): readonly End[] {
  if (!step) return []
  if (step.says.type === 'request') return [step.from, step.to].filter((end) => end !== null)
  return step.says.type === 'store-call' && step.to ? [step.to] : []
}

/** Where something that belongs to an exchange touches a lifeline: at the exchange's bar, when it has one there. */
export function endAt(state: Sequence, line: LifelineId, exchange: ExchangeId | null): End {
  const opening = exchange === null ? undefined : state.open.get(exchangeKey(exchange))
  const bar = opening && barsOf(state.steps.at(opening.began)).find((end) => end.line === line)
  return bar ?? { line, lane: null }
}
