import type { VisitorId } from '@/lib/engine/story/action'
import type { Jars } from '@/lib/engine/trace/jar-at'
import { sessionOfCookie } from '@/lib/engine/trace/parts'
import type { SessionIds } from '@/lib/engine/trace/session-ids-at'

/** The visitors that have a cookie with this session id in their jar. */
export function holdersOf(jars: Jars, ids: SessionIds, id: string): readonly VisitorId[] {
  return jars
    .values()
    .filter(({ cookies }) => [...cookies.values()].some((cookie) => sessionOfCookie(ids, cookie.value)?.id === id))
    .map(({ visitor }) => visitor)
}
