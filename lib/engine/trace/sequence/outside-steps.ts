import type { Event, EventOf, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import { serverOf } from '@/lib/engine/trace/sequence/exchange-steps'
import { FILES, type Lifeline, REDIS } from '@/lib/engine/trace/sequence/lifeline'
import { type Draft, endAt, type Sequence, said, withLine, withStep } from '@/lib/engine/trace/sequence/state'
import type { End, FileChange, Says, Step } from '@/lib/engine/trace/sequence/step'

/**
 * A file came to be, changed or went. That `fs.writeFile` empties it first is a step of its own only where something
 * happens before it is filled.
 */
export function fileChanged(state: Sequence, event: EventOf<'file-written' | 'file-removed'>): Sequence {
  const { path } = event
  const change = changeOf(event)
  const size = event.type === 'file-removed' ? 0 : event.size
  const last = state.steps.last
  const begun = last && size > 0 ? writeBegun(last, event) : null
  if (begun) {
    const whole = begun.change === 'added' && change === 'written' ? 'added' : change
    return said(state, state.steps.length - 1, { ...begun, change: whole, size })
  }
  return beyond(state, event, FILES, { type: 'file', change, path, size, byHand: event.process === null }, path)
}

/** The last step, if it is that the same file was emptied or made, at the same moment and by the same. */
function writeBegun({ says, exchange, at, from }: Step, event: EventOf<'file-written' | 'file-removed'>) {
  if (says.type !== 'file' || says.path !== event.path || says.size > 0 || says.change === 'removed') return null
  return exchange === event.exchange && at === event.at && (from === null) === (event.process === null) ? says : null
}

function changeOf(event: EventOf<'file-written' | 'file-removed'>): FileChange {
  if (event.type === 'file-removed') return 'removed'
  if (event.torn) return 'torn'
  if (event.isNew) return 'added'
  return event.size === 0 ? 'emptied' : 'written'
}

/** What a client says when it connects: no part of the program’s own story. */
const GREETINGS = new Set(['hello', 'info', 'client', 'select', 'auth', 'command', 'ping', 'quit'])

/** Redis did a command. */
export function redisCommand(state: Sequence, event: EventOf<'redis-command'>): Sequence {
  const { command, reply, failed, process } = event
  const isGreeting = process !== null && event.exchange === null && GREETINGS.has(command[0]?.toLowerCase() ?? '')
  if (isGreeting && !failed) return state
  return beyond(state, event, REDIS, { type: 'redis', command, reply, failed, byHand: process === null }, ...command)
}

type BeyondEvent = Event & { readonly process: ProcessId | null; readonly exchange: ExchangeId | null }

/** Something that a process, or a person's hand, did outside of the program's memory. `about` may name session ids. */
function beyond(
  state: Sequence,
  event: BeyondEvent,
  line: Lifeline,
  says: Says,
  ...about: readonly string[]
): Sequence {
  const known = withLine(state, line)
  const to: End = { line: line.id, lane: null }
  if (event.process === null) return withStep(known, event, { says, to })
  const server = serverOf(known, event.process)
  const asked = callBehind(known, event, about)
  const draft: Draft = { says, from: asked ?? endAt(known, server.id, event.exchange), to }
  return withStep(withLine(known, server), event, draft)
}

/** The store that does it on behalf of a session call: one of the same exchange is under way, and about the same id. */
function callBehind(state: Sequence, { exchange }: BeyondEvent, about: readonly string[]): End | null {
  for (const { began } of state.open.values()) {
    const step = state.steps.at(began)
    if (step?.says.type !== 'store-call' || step.exchange !== exchange) continue
    const { session } = step.says
    if (session !== '' && about.some((text) => text.includes(session))) return step.to
  }
  return null
}
