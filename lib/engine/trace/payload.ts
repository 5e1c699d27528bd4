import type { Event } from '@/lib/engine/trace/event'

/** The body that an event carries: a request's, or a piece of a response's. */
export type Payload =
  | { readonly kept: true; readonly bytes: Uint8Array }
  /** The log let go of it to stay within its bound; `size` is what it was, in bytes. */
  | { readonly kept: false; readonly size: number }

/** The body in an event; `null` for events that carry none. */
export function payloadOf(event: Event): Payload | null {
  if (event.dropped !== undefined) return { kept: false, size: event.dropped }
  switch (event.type) {
    case 'request-sent':
      return { kept: true, bytes: event.request.body }
    case 'response-data':
      return { kept: true, bytes: event.data }
    default:
      return null
  }
}

/** Size of the body in an event in bytes, whether or not it was dropped; 0 for events that carry none. */
export function payloadSize(event: Event): number {
  const payload = payloadOf(event)
  if (payload === null) return 0
  return payload.kept ? payload.bytes.length : payload.size
}

/** The event without its body, which it says. An event without one, or with an empty one, comes back as it is. */
export function withoutPayload(event: Event): Event {
  const payload = payloadOf(event)
  if (payload === null || !payload.kept || payload.bytes.length === 0) return event
  const dropped = payload.bytes.length
  switch (event.type) {
    case 'request-sent':
      return { ...event, request: { ...event.request, body: new Uint8Array(0) }, dropped }
    case 'response-data':
      return { ...event, data: new Uint8Array(0), dropped }
    default:
      return event
  }
}
