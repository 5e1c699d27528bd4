'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import type { SessionId } from '@/lib/engine/trace/session-ids-at'

/** A session id's short name in its colour. Pointing at it lights up every place of the same id. */
export function SessionChip({ session }: { session: SessionId }) {
  const t = useTranslations('playground')
  const { pointAtSession } = usePlaygroundActions()
  const lit = usePlayground((state) => state.session === session.id)
  return (
    <button
      type="button"
      data-colour={session.colour}
      data-lit={lit || undefined}
      className="session-chip"
      aria-label={t('session.chip', { name: session.name })}
      title={session.id}
      onPointerEnter={() => pointAtSession(session.id)}
      onPointerLeave={() => pointAtSession(null)}
      onFocus={() => pointAtSession(session.id)}
      onBlur={() => pointAtSession(null)}
    >
      {session.name}
    </button>
  )
}

/** A session id where it stands in a text, its short name before it. The name is no part of the text. */
export function SessionMark({ session, text }: { session: SessionId; text: string }) {
  const { pointAtSession } = usePlaygroundActions()
  const lit = usePlayground((state) => state.session === session.id)
  return (
    <span
      data-colour={session.colour}
      data-lit={lit || undefined}
      className="session-mark"
      onPointerEnter={() => pointAtSession(session.id)}
      onPointerLeave={() => pointAtSession(null)}
    >
      <span className="session-name">{session.name}</span>
      {text}
    </span>
  )
}
