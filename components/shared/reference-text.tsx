'use client'

import { useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { type ReferredPart, referredSessions } from '@/lib/playground/referred-sessions'

/** The words of an action: a session that it names is shown by its short name once there is one, else by its cookie. */
export function ReferenceText({ text }: { readonly text: string }) {
  // Most name none, and need not look at every jar that changes.
  return text.includes('{') ? <WithReferences text={text} /> : text
}

function WithReferences({ text }: { readonly text: string }) {
  const jars = useProjection(jarProjection)
  const ids = useProjection(sessionIdsProjection)
  let offset = 0
  return referredSessions(text, jars, ids).map((part) => {
    const key = offset
    offset += part.text.length
    return part.type === 'text' ? part.text : <NamedSession key={key} {...part} />
  })
}

function NamedSession({ visitor, cookie, session }: Extract<ReferredPart, { type: 'cookie' }>) {
  const t = useTranslations('playground.session')
  const words = t('ofCookie', { visitor, cookie })
  if (session === null) return words
  return (
    <span data-colour={session.colour} className="session-name mx-0.5" title={words}>
      {session.name}
    </span>
  )
}
