import type { Event, ExchangeId } from '@/lib/engine/trace/event'
import { only } from '@/lib/runtime/test-support'

/** The Set-Cookie lines of an exchange. */
export function setCookies(events: readonly Event[], exchange: ExchangeId): string[] {
  const head = only(events, 'response-head').find((event) => event.exchange === exchange)
  return (head?.head.headers ?? []).flatMap(([name, value]) => (name.toLowerCase() === 'set-cookie' ? [value] : []))
}

/** The Cookie header of an exchange; `null` when it had none. */
export function cookieHeader(events: readonly Event[], exchange: ExchangeId): string | null {
  const sent = only(events, 'request-sent').find((event) => event.exchange === exchange)
  return sent?.request.headers.find(([name]) => name === 'Cookie')?.[1] ?? null
}

/** The rules by which a jar decided about the cookies of an exchange, or of none. */
export function rulesOf(events: readonly Event[], exchange: ExchangeId | null): string[] {
  return only(events, 'cookie').flatMap((event) => (event.exchange === exchange ? [event.decision.because.rule] : []))
}
