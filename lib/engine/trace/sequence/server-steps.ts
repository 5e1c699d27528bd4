import type { EventOf } from '@/lib/engine/trace/event'
import { serverOf } from '@/lib/engine/trace/sequence/exchange-steps'
import { REDIS, serverLine } from '@/lib/engine/trace/sequence/lifeline'
import { untoldDecision } from '@/lib/engine/trace/sequence/session-word'
import { amended, closed, endAt, type Sequence, withLife, withLine, withStep } from '@/lib/engine/trace/sequence/state'

/** A life of a server begins. Those that are there before anything is done are part of the scene, not of the story. */
export function processStarted(state: Sequence, event: EventOf<'process-started'>): Sequence {
  const server = serverLine(event.server)
  const running = withLife({ ...state, servers: state.servers.with(event.process, event.server) }, server, true)
  if (event.action === null) return running
  return withStep(running, event, { says: { type: 'process-started' }, from: { line: server.id, lane: null } })
}

/** A life of a server ends, and with it whatever it was about: its stores will not answer, nor will it. */
export function processExited(state: Sequence, event: EventOf<'process-exited'>): Sequence {
  const server = serverLine(event.server)
  const says = { type: 'process-exited', code: event.code, cause: event.cause } as const
  const gone = withStep(withLife(state, server, false), event, { says, from: { line: server.id, lane: null } })
  const position = gone.steps.length - 1
  return gone.open.keys().reduce((rest, key) => {
    const began = rest.open.get(key)?.began ?? -1
    const to = rest.steps.at(began)?.to?.line
    if (to === server.id) return amended(rest, began, (step) => ({ ...step, cut: position }))
    return to !== undefined && rest.lifelines.get(to)?.server === server.name ? closed(rest, key, position) : rest
  }, gone)
}

/** express-session decided something that no message tells by itself. */
export function sessionDecided(state: Sequence, event: EventOf<'session'>): Sequence {
  if (untoldDecision(event.decision) === null) return state
  const server = serverOf(state, event.process)
  const known = withLine(state, server)
  const says = { type: 'session', decision: event.decision } as const
  return withStep(known, event, { says, from: endAt(known, server.id, event.exchange) })
}

export function faulted(state: Sequence, event: EventOf<'fault'>): Sequence {
  const says = { type: 'fault', fault: event.fault, message: event.message } as const
  if (event.process === null) return withStep(state, event, { says })
  const server = serverOf(state, event.process)
  const known = withLine(state, server)
  return withStep(known, event, { says, from: endAt(known, server.id, event.exchange) })
}

/** Redis was stopped or started. That it is there from the beginning is no news. */
export function redisState(state: Sequence, event: EventOf<'redis-state'>): Sequence {
  const known = withLife(state, REDIS, event.up)
  if (event.action === null) return known
  return withStep(known, event, { says: { type: 'redis-state', up: event.up }, to: { line: REDIS.id, lane: null } })
}

export function redisExpired(state: Sequence, event: EventOf<'redis-key-removed'>): Sequence {
  const says = { type: 'redis-expired', key: event.key } as const
  return withStep(withLine(state, REDIS), event, { says, to: { line: REDIS.id, lane: null } })
}
