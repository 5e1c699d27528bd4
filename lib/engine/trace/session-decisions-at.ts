import type { SessionDecision } from '@/lib/engine/sessions/decision'
import type { Event, EventOf, ExchangeId } from '@/lib/engine/trace/event'
import type { Moment } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

/** A call of a session store, with its answer as far as it came. */
export type StoreCallRecord = Moment &
  Pick<EventOf<'store-call'>, 'call' | 'name' | 'method' | 'id' | 'by' | 'unheard'> & {
    readonly answer: (Moment & Pick<EventOf<'store-answer'>, 'outcome' | 'error'>) | null
  }

/** What express-session did for one exchange, in order. */
export interface SessionRecord {
  readonly exchange: ExchangeId
  readonly decisions: readonly (Moment & { readonly decision: SessionDecision })[]
  readonly calls: readonly StoreCallRecord[]
}

export type SessionRecords = OrderedMap<ExchangeId, SessionRecord>

function reduce(records: SessionRecords, event: Event): SessionRecords {
  switch (event.type) {
    case 'session': {
      const { exchange, decision, seq, at } = event
      if (exchange === null) return records
      const record = recordOf(records, exchange)
      return records.with(exchange, { ...record, decisions: [...record.decisions, { seq, at, decision }] })
    }
    case 'store-call': {
      const { exchange, call, name, method, id, by, unheard, seq, at } = event
      if (exchange === null) return records
      const record = recordOf(records, exchange)
      const made: StoreCallRecord = {
        seq,
        at,
        call,
        name,
        method,
        id,
        by,
        ...(unheard ? { unheard } : {}),
        answer: null,
      }
      return records.with(exchange, { ...record, calls: [...record.calls, made] })
    }
    case 'store-answer': {
      const record = event.exchange === null ? undefined : records.get(event.exchange)
      return record ? records.with(record.exchange, answered(record, event)) : records
    }
    default:
      return records
  }
}

function recordOf(records: SessionRecords, exchange: ExchangeId): SessionRecord {
  return records.get(exchange) ?? { exchange, decisions: [], calls: [] }
}

function answered(record: SessionRecord, event: EventOf<'store-answer'>): SessionRecord {
  const { seq, at, outcome, error } = event
  const answer = { seq, at, outcome, ...(error === undefined ? {} : { error }) }
  return { ...record, calls: record.calls.map((call) => (call.call === event.call ? { ...call, answer } : call)) }
}

export const sessionDecisionsProjection = new Projection<SessionRecords>(OrderedMap.empty(), reduce)

/** What express-session decided about each exchange, and what it asked its store, up to a cursor. */
export function sessionDecisionsAt(log: Log, cursor: number): SessionRecords {
  return sessionDecisionsProjection.at(log, cursor)
}
