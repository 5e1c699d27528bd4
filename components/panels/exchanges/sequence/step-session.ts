import { parts, sessionOfCookie } from '@/lib/engine/trace/parts'
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
    case 'file':
      return sessionIn(says.path, ids)
    case 'redis':
      return sessionIn(says.command.join(' '), ids)
    case 'redis-expired':
      return sessionIn(says.key, ids)
    default:
      return null
  }
}

function sessionIn(text: string, ids: SessionIds): SessionId | null {
  return parts(ids, text).find((part) => part.type === 'session')?.session ?? null
}
