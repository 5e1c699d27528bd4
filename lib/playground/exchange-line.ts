import type { ExchangeFailure, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import { cookieFlow, type FlowingCookie } from '@/lib/playground/cookie-flow'

/** How an exchange went. */
export interface ExchangeFate {
  /** `null` as long as there is no answer. */
  readonly status: number | null
  readonly failure: ExchangeFailure | null
}

/** An exchange in a line: all of it that a list shows. */
export interface ExchangeLine extends ExchangeFate {
  readonly id: ExchangeId
  readonly visitor: string
  readonly process: ProcessId | null
  readonly method: string
  readonly target: string
  readonly cookies: readonly FlowingCookie[]
}

export function fateOf({ head, end }: ExchangeRecord): ExchangeFate {
  return { status: head?.response.status ?? null, failure: end?.failure ?? null }
}

export function exchangeLine(record: ExchangeRecord): ExchangeLine {
  const { id, visitor, process, request } = record
  const { method, target } = request
  return { id, visitor, process, method, target, cookies: cookieFlow(record), ...fateOf(record) }
}
