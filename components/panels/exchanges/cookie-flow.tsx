'use client'

import { useTranslations } from 'next-intl'
import { usePart } from '@/components/shared/context'
import { SessionChip } from '@/components/shared/session-mark'
import { sessionOfCookie } from '@/lib/engine/trace/parts'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import type { FlowingCookie } from '@/lib/playground/cookie-flow'

/** The session that a request named, and the one that its answer handed out: `→ 7fQ2`, `← 7fQ2`. */
export function CookieFlow({ cookies }: { cookies: readonly FlowingCookie[] }) {
  const t = useTranslations('playground')
  const flow = usePart(sessionIdsProjection, (ids) =>
    cookies
      .map(({ way, value }) => ({ way, session: sessionOfCookie(ids, value) }))
      .filter(({ session }) => session !== null),
  )
  return (
    <span className="flex shrink-0 items-center gap-1 pr-2">
      {flow.map(({ way, session }) =>
        session === null ? null : (
          <span key={`${way} ${session.id}`} className="flex items-center gap-0.5 text-muted">
            <span aria-hidden="true">{way === 'sent' ? '→' : '←'}</span>
            <span className="sr-only">{t(`exchange.${way}`)}</span>
            <SessionChip session={session} />
          </span>
        ),
      )}
    </span>
  )
}
