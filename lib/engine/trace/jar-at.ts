import { applyDecision } from '@/lib/engine/cookies/apply'
import { type CookieKey, cookieKey, type StoredCookie } from '@/lib/engine/cookies/cookie'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import type { VisitorId } from '@/lib/engine/story/action'
import type { Event, EventOf, ExchangeId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

/** How a cookie came to be in a jar as it is: the last decision that stored it. */
export interface Placing {
  readonly decision: Extract<CookieDecision, { readonly kind: 'stored' }>
  readonly seq: number
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly at: number
  /** The exchange whose Set-Cookie it was; `null` for a hand edit. */
  readonly exchange: ExchangeId | null
}

/** The cookies of one visitor, in the order of their first coming. */
export interface VisitorJar {
  readonly visitor: VisitorId
  readonly cookies: ReadonlyMap<CookieKey, StoredCookie>
  /** By the same keys. */
  readonly placings: ReadonlyMap<CookieKey, Placing>
}

export interface JarEntry {
  readonly key: CookieKey
  readonly cookie: StoredCookie
  /** `null` only where a log does not say how the cookie came. */
  readonly placing: Placing | null
}

export type Jars = OrderedMap<VisitorId, VisitorJar>

function reduce(jars: Jars, event: Event): Jars {
  switch (event.type) {
    case 'visitor-opened':
      return jars.has(event.visitor) ? jars : jars.with(event.visitor, emptyJar(event.visitor))
    case 'cookie': {
      const jar = jars.get(event.visitor) ?? emptyJar(event.visitor)
      const cookies = applyDecision(jar.cookies, event.decision)
      if (cookies === jar.cookies) return jars
      return jars.with(event.visitor, { ...jar, cookies, placings: placed(jar.placings, event) })
    }
    default:
      return jars
  }
}

function placed(placings: VisitorJar['placings'], event: EventOf<'cookie'>): VisitorJar['placings'] {
  const { decision, seq, at, exchange } = event
  if (decision.kind === 'stored') {
    return new Map(placings).set(cookieKey(decision.cookie), { decision, seq, at, exchange })
  }
  if (decision.kind !== 'removed') return placings
  const rest = new Map(placings)
  rest.delete(cookieKey(decision.cookie))
  return rest
}

function emptyJar(visitor: VisitorId): VisitorJar {
  return { visitor, cookies: new Map(), placings: new Map() }
}

export const jarProjection = new Projection<Jars>(OrderedMap.empty(), reduce)

/** Every visitor's cookie jar at a cursor, also of visitors that closed their browser. */
export function jarAt(log: Log, cursor: number): Jars {
  return jarProjection.at(log, cursor)
}

/** What is in one visitor's jar and how each cookie came there, in the jar's order; nothing for an unknown visitor. */
export function jarEntries(jars: Jars, visitor: VisitorId): JarEntry[] {
  const jar = jars.get(visitor)
  if (!jar) return []
  return [...jar.cookies].map(([key, cookie]) => ({ key, cookie, placing: jar.placings.get(key) ?? null }))
}

/** The next moment after `now` at which a cookie expires, in milliseconds since the Unix epoch; `null`: none does. */
export function nextExpiry(jars: Jars, now: number): number | null {
  let next: number | null = null
  for (const { cookies } of jars.values()) {
    for (const { expiry } of cookies.values()) {
      if (expiry !== null && expiry > now && (next === null || expiry < next)) next = expiry
    }
  }
  return next
}
