'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SessionText } from '@/components/shared/session-text'
import type { SessionDecision } from '@/lib/engine/sessions/decision'

/** What express-session decided, in a line. */
export function SessionDecisionWords({ decision }: { decision: SessionDecision }): ReactNode {
  const t = useTranslations('playground.event.session')
  switch (decision.step) {
    case 'load': {
      const { outcome, options } = decision
      const values = { name: options.name, error: outcome.kind === 'store-failed' ? outcome.error : '' }
      return withId(t(outcome.kind, values), 'id' in outcome ? outcome.id : null)
    }
    case 'generate':
      return withId(t(decision.cause === 'request' ? 'generate' : 'regenerate'), decision.id)
    case 'cookie':
      return t(`cookie-${decision.outcome}`)
    case 'save':
      return withId(t(decision.outcome), decision.id)
    default:
      return decision satisfies never
  }
}

function withId(words: string, id: string | null): ReactNode {
  return id === null ? (
    words
  ) : (
    <>
      {words} <SessionText text={id} />
    </>
  )
}
