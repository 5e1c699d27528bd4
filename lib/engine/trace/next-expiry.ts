import { earliest } from '@/lib/engine/clock'
import { type Jars, nextExpiry as nextCookieExpiry } from '@/lib/engine/trace/jar-at'
import type { RedisState } from '@/lib/engine/trace/redis-at'
import type { Sessions } from '@/lib/engine/trace/sessions-at'

/**
 * The next moment after `now` at which a cookie, a row of any store or a Redis key expires, in milliseconds since the
 * Unix epoch; `null`: none does. The moment that the world itself would go on to.
 */
export function nextExpiry(jars: Jars, sessions: Sessions, redis: RedisState, now: number): number | null {
  const rows = sessions.tables.values().flatMap(({ rows }) => rows.values())
  const moments = [...rows, ...redis.keys.values()].map(({ expires }) => expires)
  return earliest([nextCookieExpiry(jars, now), ...moments.filter((expires) => expires !== null && expires > now)])
}
