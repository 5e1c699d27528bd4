'use client'

import { useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { SessionChip } from '@/components/shared/session-mark'
import { sessionOfCookie } from '@/lib/engine/trace/parts'
import type { CookieMark } from '@/lib/engine/trace/sequence/step'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { shortText } from './short-text'

/** A jar may hold hundreds. */
const SHOWN = 3

interface CookieChipsProps {
  readonly cookies: readonly CookieMark[]
}

/** Cookies on their way: the session that one belongs to, else its name and value. */
export function CookieChips({ cookies }: CookieChipsProps) {
  const t = useTranslations('sequence.label')
  const ids = useProjection(sessionIdsProjection)
  return (
    <>
      {cookies.slice(0, SHOWN).map((cookie, index) => {
        const session = sessionOfCookie(ids, cookie.value)
        const text = cookie.value === '' ? cookie.name : `${cookie.name}=${shortText(cookie.value)}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may have the same name twice
          <span key={index} className="inline-flex items-center gap-1" title={`${cookie.name}=${cookie.value}`}>
            {session ? <SessionChip session={session} /> : <code className="sequence-cookie">{text}</code>}
          </span>
        )
      })}
      {cookies.length > SHOWN && <span>{t('moreCookies', { count: cookies.length - SHOWN })}</span>}
    </>
  )
}
