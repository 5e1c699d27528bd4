import type { EventOf } from '@/lib/engine/trace/event'
import { serverOf } from '@/lib/engine/trace/sequence/exchange-steps'
import { type LifelineId, rowsLine, storeLine } from '@/lib/engine/trace/sequence/lifeline'
import {
  callKey,
  closed,
  endAt,
  freeLane,
  type Sequence,
  said,
  withLine,
  withStep,
} from '@/lib/engine/trace/sequence/state'
import type { Says, Step, StoreAnswer } from '@/lib/engine/trace/sequence/step'

/** express-session asks its store. */
export function storeCall(state: Sequence, event: EventOf<'store-call'>): Sequence {
  const server = serverOf(state, event.process)
  const store = storeLine(event.name, server.name)
  const known = withLine(withLine(state, server), store)
  const called = withStep(known, event, {
    says: { type: 'store-call', method: event.method, session: event.id, row: null, answer: null },
    from: endAt(known, server.id, event.exchange),
    to: { line: store.id, lane: freeLane(known, store.id) },
  })
  const began = called.steps.length - 1
  const open = { ...called, open: called.open.with(callKey(event.call), { began, head: null }) }
  return event.unheard ? closed(open, callKey(event.call), began) : open
}

/** The store answers: a step of its own where anything happened since it was asked. */
export function storeAnswer(state: Sequence, event: EventOf<'store-answer'>): Sequence {
  const key = callKey(event.call)
  const opening = state.open.get(key)
  const call = opening && state.steps.at(opening.began)
  if (!opening || call?.says.type !== 'store-call') return state
  const answer: StoreAnswer = { outcome: event.outcome, error: event.error ?? null }
  if (opening.began === state.steps.length - 1 && call.at === event.at) {
    return closed(said(state, opening.began, { ...call.says, answer }), key, opening.began)
  }
  const { method, session } = call.says
  const answered = withStep(state, event, {
    says: { type: 'store-answer', method, session, answer },
    ...(call.to ? { from: call.to } : {}),
    ...(call.from ? { to: call.from } : {}),
  })
  return closed(answered, key, answered.steps.length - 1)
}

/** A row came, changed or went. What a store call did is said by the call. */
export function rowChanged(state: Sequence, event: EventOf<'row-set' | 'row-removed'>): Sequence {
  const server = serverOf(state, event.process)
  const line = rowsLine(event.store, server.name)
  const call = callAbout(state, line.id, event)
  if (call !== null) return withRow(state, call, event)
  const known = withLine(withLine(state, server), line)
  const says: Says =
    event.type === 'row-removed'
      ? { type: 'row', change: 'removed', key: event.key, row: event.before }
      : { type: 'row', change: event.before === null ? 'added' : 'changed', key: event.key, row: event.value }
  return withStep(known, event, {
    says,
    from: endAt(known, server.id, event.exchange),
    to: { line: line.id, lane: null },
  })
}

/** Position of the call on a store that is under way, or was the last step, and is about the row. */
function callAbout(state: Sequence, line: LifelineId, { key, exchange }: EventOf<'row-set' | 'row-removed'>) {
  const isIt = (step: Step | undefined) =>
    step?.says.type === 'store-call' &&
    step.says.method !== 'get' &&
    step.to?.line === line &&
    step.says.session === key &&
    step.exchange === exchange
  const last = state.steps.length - 1
  if (isIt(state.steps.at(last))) return last
  return state.open.values().find(({ began }) => isIt(state.steps.at(began)))?.began ?? null
}

function withRow(state: Sequence, position: number, event: EventOf<'row-set' | 'row-removed'>): Sequence {
  const call = state.steps.at(position)
  if (event.type === 'row-removed' || call?.says.type !== 'store-call') return state
  return said(state, position, { ...call.says, row: event.value })
}
