import { responseBody } from '@/lib/engine/trace/bodies'
import { type ExchangeRecord, type Exchanges, exchangesAt } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'
import type { Answer } from '@/lib/lessons/check/failure'

const decoder = new TextDecoder()

/**
 * What the request of an action got: before any redirect was followed, or with `follow` after the last one. `null`
 * when the action sent none.
 */
export function answerTo(action: number, log: Log, follow = false): Answer | null {
  const exchanges = exchangesAt(log, log.length)
  const first = exchanges.values().find((record) => record.action === action && record.redirectOf === null)
  const exchange = follow && first ? lastOf(first, exchanges) : first
  if (!exchange) return null
  const body = responseBody(log, exchange)
  return {
    exchange: exchange.id,
    status: exchange.head?.response.status ?? null,
    headers: exchange.head?.response.headers ?? [],
    body: body.kept ? decoder.decode(body.bytes) : '',
    failure: exchange.end === null ? 'timed-out' : exchange.end.failure,
  }
}

function lastOf(exchange: ExchangeRecord, exchanges: Exchanges): ExchangeRecord {
  const next = exchange.redirectedTo === null ? undefined : exchanges.get(exchange.redirectedTo)
  return next ? lastOf(next, exchanges) : exchange
}
