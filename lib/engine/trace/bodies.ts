import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'
import { type Payload, payloadOf } from '@/lib/engine/trace/payload'

/** The body of an exchange's request, from the log that the exchange was projected from. */
export function requestBody(log: Log, { sent, request }: ExchangeRecord): Payload {
  return payloadAt(log, sent.seq) ?? { kept: false, size: request.bodySize }
}

/** The body of an exchange's response as far as it came, in one. When any piece of it was dropped, all of it counts as such. */
export function responseBody(log: Log, { pieces, bodySize }: ExchangeRecord): Payload {
  const bytes = new Uint8Array(bodySize)
  let offset = 0
  for (const { seq } of pieces) {
    const payload = payloadAt(log, seq)
    if (!payload?.kept) return { kept: false, size: bodySize }
    bytes.set(payload.bytes, offset)
    offset += payload.bytes.length
  }
  return { kept: true, bytes }
}

function payloadAt(log: Log, seq: number): Payload | null {
  const event = log.event(seq)
  return event ? payloadOf(event) : null
}
