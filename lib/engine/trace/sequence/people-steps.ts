import type { EventOf } from '@/lib/engine/trace/event'
import { cookieMark } from '@/lib/engine/trace/sequence/exchange-steps'
import { visitorLine } from '@/lib/engine/trace/sequence/lifeline'
import { type Sequence, withLife, withLine, withStep } from '@/lib/engine/trace/sequence/state'
import { type JarCause, jarCause } from '@/lib/engine/trace/sequence/step'

export function visitorOpened(state: Sequence, event: EventOf<'visitor-opened'>): Sequence {
  const visitor = visitorLine(event.visitor)
  const open = withLife(state, visitor, true)
  const says = { type: 'visitor-opened', incognito: event.incognito === true } as const
  const on = { line: visitor.id, lane: null }
  if (event.cloneOf === undefined) return withStep(open, event, { says, from: on })
  const original = visitorLine(event.cloneOf)
  return withStep(withLine(open, original), event, { says, from: { line: original.id, lane: null }, to: on })
}

export function visitorClosed(state: Sequence, event: EventOf<'visitor-closed'>): Sequence {
  const visitor = visitorLine(event.visitor)
  const says = { type: 'visitor-closed' } as const
  return withStep(withLife(state, visitor, false), event, { says, from: { line: visitor.id, lane: null } })
}

/** A jar changed without a message: by a person's hand, by time, or because the browser was closed. */
export function jarChanged(state: Sequence, event: EventOf<'cookie'>): Sequence {
  const { decision } = event
  // What a script may read is a step of its own; what a copied jar holds is said by its opening.
  if (decision.kind === 'sent' || decision.kind === 'withheld') return state
  if (state.doing?.type === 'clone-visitor' && decision.kind === 'stored') return state
  const visitor = visitorLine(event.visitor)
  const known = withLine(state, visitor)
  const on = { line: visitor.id, lane: null }
  const cookie = cookieMark(event)
  if (state.doing?.type === 'copy-cookie' && decision.kind === 'stored') {
    const owner = visitorLine(state.doing.of)
    const says = { type: 'cookie-copied', cookie } as const
    return withStep(withLine(known, owner), event, { says, from: { line: owner.id, lane: null }, to: on })
  }
  return withStep(known, event, {
    says: { type: 'jar', cause: causeOf(state, event), cookie },
    from: on,
    exchange: null,
  })
}

function causeOf(state: Sequence, { decision }: EventOf<'cookie'>): JarCause {
  if (decision.because.rule === 'expired') return 'expired'
  if (decision.because.rule === 'session-over') return 'session-over'
  return jarCause(state.doing)
}

export function cookiesRead(state: Sequence, event: EventOf<'script-read-cookies'>): Sequence {
  const visitor = visitorLine(event.visitor)
  const says = { type: 'cookies-read', hidden: event.hidden.length } as const
  return withStep(withLine(state, visitor), event, { says, from: { line: visitor.id, lane: null } })
}
