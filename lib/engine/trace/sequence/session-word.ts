import type { LoadOutcome, SessionDecision } from '@/lib/engine/sessions/decision'

/**
 * What express-session decided, in one word, where no message tells it; `null` where one does: whether a session was
 * found, saved or touched is seen at the store, and that a cookie came or goes, at the request and the answer.
 */
export function untoldDecision(decision: SessionDecision) {
  switch (decision.step) {
    case 'load': {
      const { kind } = decision.outcome
      return isTold(kind) ? null : kind
    }
    case 'generate':
      return decision.cause === 'request' ? 'generate' : 'regenerate'
    case 'cookie':
      return decision.outcome === 'insecure' || decision.outcome === 'failed' ? decision.outcome : null
    case 'save':
      return decision.outcome === 'none' || decision.outcome === 'no-session' ? decision.outcome : null
    default:
      return decision satisfies never
  }
}

type Told = 'no-cookie' | 'not-found' | 'loaded' | 'store-failed'

function isTold(kind: LoadOutcome['kind']): kind is Told {
  return kind === 'no-cookie' || kind === 'not-found' || kind === 'loaded' || kind === 'store-failed'
}
