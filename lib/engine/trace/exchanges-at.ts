import type { CookieDecision } from '@/lib/engine/cookies/decision'
import type { HeaderList, ResponseHead } from '@/lib/engine/http/message'
import type { Via, VisitorId } from '@/lib/engine/story/action'
import type { Event, EventOf, ExchangeFailure, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { payloadSize } from '@/lib/engine/trace/payload'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Vector } from '@/lib/engine/trace/persistent/vector'
import { Projection } from '@/lib/engine/trace/projection'

/** Where in the log something stands, and its virtual time in milliseconds since the Unix epoch. */
export interface Moment {
  readonly seq: number
  readonly at: number
}

/** A piece of a response's body. Its bytes stay in the log, which may drop them: see `bodies.ts`. */
export interface BodyPiece extends Moment {
  /** Bytes after transfer coding was removed, and as they were on the wire. */
  readonly size: number
  readonly wire: number
}

/** A request's facts without its body. */
export interface RequestFacts {
  readonly method: string
  readonly target: string
  readonly headers: HeaderList
  readonly bodySize: number
}

/** One request and what came of it so far. */
export interface ExchangeRecord {
  readonly id: ExchangeId
  readonly visitor: VisitorId
  readonly url: string
  readonly via: Via
  /** The process that answers; `null` when nothing listens. */
  readonly process: ProcessId | null
  /** Index in the story of the action that caused it. */
  readonly action: number | null
  readonly sent: Moment
  readonly request: RequestFacts
  readonly head: (Moment & { readonly response: ResponseHead }) | null
  readonly pieces: Vector<BodyPiece>
  /** Bytes of body that came so far. */
  readonly bodySize: number
  /** `null` while it is under way. */
  readonly end: (Moment & { readonly failure: ExchangeFailure | null }) | null
  /** Decisions on its cookies, in order: those of the request, then those of the response. */
  readonly cookies: readonly (Moment & { readonly decision: CookieDecision })[]
  /** The exchange whose redirect it follows, and the one that follows its own. */
  readonly redirectOf: ExchangeId | null
  readonly redirectedTo: ExchangeId | null
}

export type Exchanges = OrderedMap<ExchangeId, ExchangeRecord>

function reduce(exchanges: Exchanges, event: Event): Exchanges {
  switch (event.type) {
    case 'request-sent': {
      const record = started(event)
      const from = record.redirectOf === null ? undefined : exchanges.get(record.redirectOf)
      const linked = from ? exchanges.with(from.id, { ...from, redirectedTo: record.id }) : exchanges
      return linked.with(record.id, record)
    }
    case 'response-head':
    case 'response-data':
    case 'response-ended':
    case 'exchange-failed':
    case 'cookie': {
      const record = event.exchange === null ? undefined : exchanges.get(event.exchange)
      return record ? exchanges.with(record.id, continued(record, event)) : exchanges
    }
    default:
      return exchanges
  }
}

function started(event: EventOf<'request-sent'>): ExchangeRecord {
  const { seq, at, action, exchange, visitor, url, via, process, redirectOf } = event
  const { method, target, headers } = event.request
  return {
    id: exchange,
    visitor,
    url,
    via,
    process,
    action,
    sent: { seq, at },
    request: { method, target, headers, bodySize: payloadSize(event) },
    head: null,
    pieces: Vector.empty(),
    bodySize: 0,
    end: null,
    cookies: [],
    redirectOf: redirectOf ?? null,
    redirectedTo: null,
  }
}

type Continuation = EventOf<'response-head' | 'response-data' | 'response-ended' | 'exchange-failed' | 'cookie'>

function continued(record: ExchangeRecord, event: Continuation): ExchangeRecord {
  const { seq, at } = event
  switch (event.type) {
    case 'response-head':
      return { ...record, head: { seq, at, response: event.head } }
    case 'response-data': {
      const size = payloadSize(event)
      const pieces = record.pieces.push({ seq, at, size, wire: event.wire })
      return { ...record, pieces, bodySize: record.bodySize + size }
    }
    case 'response-ended':
      return { ...record, end: { seq, at, failure: null } }
    case 'exchange-failed':
      return { ...record, end: { seq, at, failure: event.failure } }
    case 'cookie':
      return { ...record, cookies: [...record.cookies, { seq, at, decision: event.decision }] }
    default:
      return event satisfies never
  }
}

export const exchangesProjection = new Projection<Exchanges>(OrderedMap.empty(), reduce)

/** Every exchange so far, in the order in which the requests were sent. */
export function exchangesAt(log: Log, cursor: number): Exchanges {
  return exchangesProjection.at(log, cursor)
}

/** From the request to the last byte, in virtual milliseconds; `null` while it is under way. */
export function durationOf({ sent, end }: ExchangeRecord): number | null {
  return end === null ? null : end.at - sent.at
}

/** The exchange with those before and after it that are linked by redirects, in order; empty when there is no such. */
export function redirectChain(exchanges: Exchanges, id: ExchangeId): ExchangeRecord[] {
  const chain: ExchangeRecord[] = []
  let first = exchanges.get(id)
  const seen = new Set<ExchangeId>()
  while (first && first.redirectOf !== null && !seen.has(first.id)) {
    seen.add(first.id)
    const previous = exchanges.get(first.redirectOf)
    if (!previous) break
    first = previous
  }
  for (let next = first; next && !chain.includes(next); ) {
    chain.push(next)
    next = next.redirectedTo === null ? undefined : exchanges.get(next.redirectedTo)
  }
  return chain
}
