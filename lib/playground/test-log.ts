import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { Event, EventBody } from '@/lib/engine/trace/event'
import { emptyLog, type Log } from '@/lib/engine/trace/log'

/** A log of these events, for tests: `[action, event]` pairs, `null` for what comes before the first action. */
export function logOf(...entries: readonly (readonly [action: number | null, body: EventBody])[]): Log {
  return emptyLog().append(entries.map(([action, body], seq): Event => ({ ...body, seq, at: 0, action })))
}

/** A request of alice's, without headers. */
export function requestSent(exchange: number, target = '/'): EventBody {
  const request = { method: 'GET', target, headers: [], body: new Uint8Array(0) }
  return {
    type: 'request-sent',
    exchange,
    visitor: 'alice',
    url: `http://localhost${target}`,
    request,
    via: 'address',
    process: 1,
  }
}

/** A piece of a body. */
export function responseData(exchange: number, text: string): EventBody {
  const data = new TextEncoder().encode(text)
  return { type: 'response-data', exchange, data, wire: data.length }
}

/** A session cookie of localhost. */
export function cookieOf(name: string, value: string): StoredCookie {
  return {
    name,
    value,
    domain: 'localhost',
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'Default',
    expiry: null,
    creation: 0,
    lastAccess: 0,
  }
}

/** alice's browser keeps a cookie. */
export function cookieStored(exchange: number | null, cookie: StoredCookie): EventBody {
  return {
    type: 'cookie',
    visitor: 'alice',
    exchange,
    decision: { kind: 'stored', cookie, replaced: null, because: { rule: 'added' }, notes: [] },
  }
}
