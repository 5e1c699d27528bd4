import type { Event, ExchangeId } from '@/lib/engine/trace/event'
import { only } from '@/lib/runtime/test-support'

/** The Set-Cookie lines of an exchange's answer. */
export function setCookies(events: readonly Event[], exchange: ExchangeId): readonly string[] {
  return only(events, 'response-head')
    .filter((event) => event.exchange === exchange)
    .flatMap(({ head }) => head.headers)
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => value)
}
