import type { HeaderList, HttpRequest } from '@/lib/engine/http/message'
import type { Event, EventOf, ExchangeFailure, ExchangeId, ProcessId } from '@/lib/engine/trace/event'

/** How a server answered, without regard to the machine it ran on. */
export interface Answer {
  /** `null` when no head arrived. */
  readonly head: { readonly status: number; readonly reason: string; readonly headers: HeaderList } | null
  /** Without transfer coding. */
  readonly body: Uint8Array
  /** Sizes of the chunks as the server framed them; `null` when the body was not chunked. */
  readonly chunks: readonly number[] | null
  /** Why the answer is not complete; `null` when it is. */
  readonly failure: ExchangeFailure | null
}

/** One request that a visitor of a world sent, and what it took to come to its answer. */
export interface Exchange {
  readonly id: ExchangeId
  readonly action: number
  /** The process that it went to; `null` when nothing listened. */
  readonly process: ProcessId | null
  readonly url: URL
  readonly request: HttpRequest
  readonly redirectOf: ExchangeId | null
  /** Label of its randomness: the action, and its place among the action's requests. */
  readonly stream: string
  /** Position in the log. */
  readonly seq: number
  /** Virtual time when it was sent, when the head of the answer came and when it was over, in milliseconds since the Unix epoch. */
  readonly sent: number
  readonly answered: number
  readonly ended: number
  readonly answer: Answer
}

/** Reads the exchanges of a world off its log, in the order in which they were sent. */
export function exchangesOf(log: readonly Event[]): readonly Exchange[] {
  const perAction = new Map<number | null, number>()
  const events = new Map<ExchangeId, Event[]>()
  for (const event of log) {
    if (!('exchange' in event) || event.exchange === null) continue
    const own = events.get(event.exchange) ?? []
    events.set(event.exchange, own)
    own.push(event)
  }
  return log.flatMap((event) => {
    if (event.type !== 'request-sent') return []
    const place = perAction.get(event.action) ?? 0
    perAction.set(event.action, place + 1)
    return [exchangeOf(event, place, events.get(event.exchange) ?? [])]
  })
}

function exchangeOf(event: EventOf<'request-sent'>, place: number, own: readonly Event[]): Exchange {
  const end = own.find(({ type }) => type === 'response-ended' || type === 'exchange-failed')
  return {
    id: event.exchange,
    action: event.action ?? -1,
    process: event.process,
    url: new URL(event.url),
    request: event.request,
    redirectOf: event.redirectOf ?? null,
    stream: `${event.action ?? 'start'}.${place}`,
    seq: event.seq,
    sent: event.at,
    answered: own.find((other) => other.type === 'response-head')?.at ?? event.at,
    ended: end?.at ?? Number.POSITIVE_INFINITY,
    answer: answerOf(own),
  }
}

function answerOf(events: readonly Event[]): Answer {
  const head = events.find((event) => event.type === 'response-head')?.head ?? null
  const pieces = events.flatMap((event) => (event.type === 'response-data' ? [event.data] : []))
  const chunked = head?.headers.some(([name, value]) => /^transfer-encoding$/i.test(name) && value === 'chunked')
  return {
    head,
    body: Buffer.concat(pieces),
    chunks: chunked ? pieces.map((piece) => piece.length) : null,
    failure: events.find((event) => event.type === 'exchange-failed')?.failure ?? null,
  }
}
