import { responseBody } from '@/lib/engine/trace/bodies'
import { exchangesAt } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'
import type { Answer } from '@/lib/lessons/check/failure'

const decoder = new TextDecoder()

/** What the request of an action got, before any redirect was followed; `null` when the action sent none. */
export function answerTo(action: number, log: Log): Answer | null {
  const exchange = exchangesAt(log, log.length)
    .values()
    .find((record) => record.action === action && record.redirectOf === null)
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
