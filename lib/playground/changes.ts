import type { SessionDecision } from '@/lib/engine/sessions/decision'
import type { Event, ExchangeId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'

const NONE: ReadonlySet<ExchangeId> = new Set()

/** The last comparison: every row of a list asks for the same one. */
const known = new WeakMap<Log, { readonly before: Log; readonly changed: ReadonlySet<ExchangeId> }>()

/**
 * The exchanges that went otherwise than in the log before: other bytes either way, another end, other rows, files or keys
 * written, other decisions about its session, or not there before. Both logs are of the same story, so exchanges of the
 * same number answer each other.
 * @param before `null`: nothing to compare with, nothing changed
 */
export function changedExchanges(before: Log | null, log: Log): ReadonlySet<ExchangeId> {
  if (before === null) return NONE
  const last = known.get(log)
  if (last?.before === before) return last.changed
  const earlier = fingerprints(before)
  const changed = new Set<ExchangeId>()
  for (const [exchange, print] of fingerprints(log)) if (earlier.get(exchange) !== print) changed.add(exchange)
  known.set(log, { before, changed })
  return changed
}

/** What a log was found to say once: the next edit compares with it again. */
const printed = new WeakMap<Log, ReadonlyMap<ExchangeId, string>>()

/** Everything that an exchange did, as text. */
function fingerprints(log: Log): ReadonlyMap<ExchangeId, string> {
  const before = printed.get(log)
  if (before) return before
  const prints = new Map<ExchangeId, string>()
  printed.set(log, prints)
  for (const event of log.events()) {
    const print = fingerprint(event)
    if (print !== null) prints.set(print.exchange, (prints.get(print.exchange) ?? '') + print.text)
  }
  return prints
}

interface Fingerprint {
  readonly exchange: ExchangeId
  readonly text: string
}

function fingerprint(event: Event): Fingerprint | null {
  switch (event.type) {
    case 'request-sent': {
      const { exchange, url, request } = event
      return { exchange, text: JSON.stringify([url, request.method, request.headers, digest(request.body)]) }
    }
    case 'response-head':
      return { exchange: event.exchange, text: JSON.stringify(event.head) }
    case 'response-data':
      return { exchange: event.exchange, text: digest(event.data) }
    case 'exchange-failed':
      return { exchange: event.exchange, text: event.failure }
    case 'row-set':
      return ofExchange(event.exchange, [event.key, event.value])
    case 'row-removed':
      return ofExchange(event.exchange, [event.key])
    case 'file-written':
      return ofExchange(event.exchange, [event.path, event.content, event.size])
    case 'file-removed':
      return ofExchange(event.exchange, [event.path, null])
    case 'redis-key-set':
      return ofExchange(event.exchange, [event.key, event.value, event.expires])
    case 'redis-key-removed':
      return ofExchange(event.exchange, [event.key, null])
    // What was decided, not by which options: those are the edit itself.
    case 'session':
      return ofExchange(event.exchange, [event.decision.step, decided(event.decision)])
    case 'store-call':
      return ofExchange(event.exchange, [event.method, event.id, event.by])
    default:
      return null
  }
}

function ofExchange(exchange: ExchangeId | null, what: readonly unknown[]): Fingerprint | null {
  return exchange === null ? null : { exchange, text: JSON.stringify(what) }
}

function decided(decision: SessionDecision): unknown {
  return decision.step === 'generate' ? [decision.cause, decision.id] : decision.outcome
}

/** FNV-1a, 32 bits, with the length: enough to see that a body became another. */
function digest(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return `${bytes.length}:${hash}`
}
