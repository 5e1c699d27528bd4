import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'

/** A cookie's value on its way: `sent` by the visitor, `stored` from the answer. */
export interface FlowingCookie {
  readonly way: 'sent' | 'stored'
  readonly value: string
}

/** The cookies that an exchange carried, in order. */
export function cookieFlow(record: ExchangeRecord): readonly FlowingCookie[] {
  return record.cookies.flatMap(({ decision }): FlowingCookie[] => {
    if (decision.kind !== 'sent' && decision.kind !== 'stored') return []
    return [{ way: decision.kind, value: decision.cookie.value }]
  })
}
