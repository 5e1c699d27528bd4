import type { HeaderList } from '@/lib/engine/http/message'
import type { EventOf, ExchangeFailure, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import { serverLine, visitorLine } from '@/lib/engine/trace/sequence/lifeline'
import {
  amended,
  closed,
  exchangeKey,
  freeLane,
  type Opening,
  type Sequence,
  withLine,
  withStep,
} from '@/lib/engine/trace/sequence/state'
import type { CookieMark, End, Says } from '@/lib/engine/trace/sequence/step'

/** The server that a process is a life of. */
export function serverOf(state: Sequence, process: ProcessId): ReturnType<typeof serverLine> {
  return serverLine(state.servers.get(process) ?? `${process}`)
}

/** A visitor asks. */
export function requestSent(state: Sequence, event: EventOf<'request-sent'>): Sequence {
  const visitor = visitorLine(event.visitor)
  const server = event.process === null ? null : serverOf(state, event.process)
  const known = withLine(server === null ? state : withLine(state, server), visitor)
  const { method, target, headers } = event.request
  const asked = withStep(known, event, {
    says: {
      type: 'request',
      method,
      target,
      via: event.via,
      redirectOf: event.redirectOf ?? null,
      cookies: cookiesIn(headers),
      failure: null,
    },
    from: { line: visitor.id, lane: freeLane(known, visitor.id) },
    ...(server === null ? {} : { to: { line: server.id, lane: freeLane(known, server.id) } }),
  })
  const opening: Opening = { began: asked.steps.length - 1, head: null }
  return { ...asked, open: asked.open.with(exchangeKey(event.exchange), opening) }
}

/** The pairs of the Cookie header, as they went over the wire (RFC 6265bis section 4.2.1). */
function cookiesIn(headers: HeaderList): readonly CookieMark[] {
  const lines = headers.filter(([name]) => name.toLowerCase() === 'cookie')
  const pairs = lines.flatMap(([, value]) => value.split(';')).map((pair) => pair.trim())
  return pairs
    .filter((pair) => pair !== '')
    .map((pair): CookieMark => {
      const sign = pair.indexOf('=')
      return { fate: 'sent', name: sign === -1 ? '' : pair.slice(0, sign), value: pair.slice(sign + 1) }
    })
}

/** The server begins to answer. */
export function responseHead(state: Sequence, event: EventOf<'response-head'>): Sequence {
  const { status, reason, headers } = event.head
  const isRedirect = status >= 300 && status < 400
  const location = isRedirect ? (headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null) : null
  const says: Says = { type: 'head', status, reason, location, cookies: [], complete: false }
  const opening = state.open.get(exchangeKey(event.exchange))
  const answered = withStep(state, event, { says, ...wayBack(state, opening) })
  if (!opening) return answered
  const headed: Opening = { ...opening, head: answered.steps.length - 1 }
  return { ...answered, open: answered.open.with(exchangeKey(event.exchange), headed) }
}

/** The answer is complete: a step of its own only where it came later than the head, or the server did something between. */
export function responseEnded(state: Sequence, event: EventOf<'response-ended'>): Sequence {
  const key = exchangeKey(event.exchange)
  const opening = state.open.get(key)
  const head = opening?.head ?? null
  if (head !== null && cameWithHead(state, head, event)) {
    const complete = amended(state, head, (step) =>
      step.says.type === 'head' ? { ...step, says: { ...step.says, complete: true } } : step,
    )
    return closed(complete, key, head)
  }
  const ended = withStep(state, event, { says: { type: 'end' }, ...wayBack(state, opening) })
  return closed(ended, key, ended.steps.length - 1)
}

function cameWithHead(state: Sequence, head: number, event: EventOf<'response-ended'>): boolean {
  for (let position = state.steps.length - 1; position > head; position--) {
    const step = state.steps.at(position)
    if (step?.at !== event.at || step.exchange === event.exchange) return false
  }
  return state.steps.at(head)?.at === event.at
}

/** There will be no answer, or no more of it. */
export function exchangeFailed(state: Sequence, event: EventOf<'exchange-failed'>): Sequence {
  const key = exchangeKey(event.exchange)
  const opening = state.open.get(key)
  const last = state.steps.length - 1
  const { failure } = event
  if (opening?.began === last && reachesNobody(failure)) {
    const lost = amended(state, last, (step) =>
      step.says.type === 'request' ? { ...step, says: { ...step.says, failure } } : step,
    )
    return closed(lost, key, last)
  }
  const way = wayBack(state, opening)
  const says: Says = { type: 'failure', failure }
  const failed = withStep(state, event, { says, ...(isOwnDoing(failure) && way.to ? { from: way.to } : way) })
  return closed(failed, key, failed.steps.length - 1)
}

/** Nobody took the request. */
function reachesNobody(failure: ExchangeFailure): boolean {
  return failure !== 'connection-reset' && failure !== 'timed-out' && failure !== 'bad-response'
}

/** The visitor gave up; the server did nothing. */
function isOwnDoing(failure: ExchangeFailure): boolean {
  return failure === 'timed-out' || reachesNobody(failure)
}

/** From where the request went to, back to where it came from. */
function wayBack(state: Sequence, opening: Opening | undefined): { readonly from?: End; readonly to?: End } {
  const request = opening && state.steps.at(opening.began)
  return { ...(request?.to ? { from: request.to } : {}), ...(request?.from ? { to: request.from } : {}) }
}

/** A decision on a cookie of an exchange belongs to the message that carried it, or would have. */
export function cookieOfExchange(state: Sequence, event: EventOf<'cookie'>, exchange: ExchangeId): Sequence {
  const { decision } = event
  const opening = state.open.get(exchangeKey(exchange))
  // What was sent is in the header already.
  if (!opening || decision.kind === 'sent') return state
  const position = decision.kind === 'withheld' ? opening.began : opening.head
  if (position === null) return state
  return amended(state, position, (step) => {
    const { says } = step
    if (says.type !== 'request' && says.type !== 'head') return step
    return { ...step, says: { ...says, cookies: [...says.cookies, cookieMark(event)] } }
  })
}

export function cookieMark({ decision }: EventOf<'cookie'>): CookieMark {
  if (decision.kind === 'refused') return { fate: 'refused', name: decision.name, value: '' }
  return { fate: decision.kind, name: decision.cookie.name, value: decision.cookie.value }
}
