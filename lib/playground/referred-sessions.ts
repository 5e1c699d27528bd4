import { referenceParts } from '@/lib/engine/story/reference'
import type { Jars } from '@/lib/engine/trace/jar-at'
import { sessionOfCookie } from '@/lib/engine/trace/parts'
import type { SessionId, SessionIds } from '@/lib/engine/trace/session-ids-at'

/** A piece of an action's text: as it is, or a cookie by which the action names a session. */
export type ReferredPart =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'cookie'
      readonly text: string
      readonly visitor: string
      readonly cookie: string
      /** The session that the cookie stands for; `null` as long as there is none. */
      readonly session: SessionId | null
    }

/** Splits the words of an action where it names sessions by cookies, with the sessions that those are at present. */
export function referredSessions(text: string, jars: Jars, ids: SessionIds): readonly ReferredPart[] {
  return referenceParts(text).map((part): ReferredPart => {
    if (part.type === 'text') return part
    const { text, visitor, cookie } = part
    const held = [...(jars.get(visitor)?.cookies.values() ?? [])].findLast(({ name }) => name === cookie)
    return { type: 'cookie', text, visitor, cookie, session: held ? sessionOfCookie(ids, held.value) : null }
  })
}

/** The same text with words in the place of each cookie. */
export function withoutReferences(text: string, words: (named: { visitor: string; cookie: string }) => string): string {
  return referenceParts(text)
    .map((part) => (part.type === 'text' ? part.text : words({ visitor: part.visitor, cookie: part.cookie })))
    .join('')
}
