import { sessionOfCookie } from '@/lib/engine/trace/parts'
import type { Step } from '@/lib/engine/trace/sequence/step'
import type { SessionId, SessionIds } from '@/lib/engine/trace/session-ids-at'

/** The session that a step is about, whose colour its arrow has; `null`: none, or none that is known. */
export function sessionOfStep({ says }: Step, ids: SessionIds): SessionId | null {
  switch (says.type) {
    case 'request':
    case 'head':
      return says.cookies.map(({ value }) => sessionOfCookie(ids, value)).find((session) => session !== null) ?? null
    case 'jar':
    case 'cookie-copied':
      return sessionOfCookie(ids, says.cookie.value)
    case 'store-call':
    case 'store-answer':
      return ids.all.get(says.session) ?? null
    case 'row':
      return ids.all.get(says.key) ?? null
    case 'session':
      return says.decision.step === 'generate' ? (ids.all.get(says.decision.id ?? '') ?? null) : null
    default:
      return null
  }
}
