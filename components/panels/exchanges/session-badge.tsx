'use client'

import { useTranslations } from 'next-intl'
import { usePart } from '@/components/shared/context'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { sessionAccounts } from '@/lib/engine/trace/session-accounts'
import { sessionDecisionsProjection } from '@/lib/engine/trace/session-decisions-at'

/** What went wrong with an exchange's session, where something did: the rest is told when it is opened. */
export function SessionBadge({ exchange }: { exchange: ExchangeId }) {
  const t = useTranslations('playground.middleware')
  const accounts = sessionAccounts(usePart(sessionDecisionsProjection, (decisions) => decisions.get(exchange)))
  const failed = accounts.find(({ load }) => NOTABLE.has(load.done))
  if (failed) return <span className="tag tag-warn">{t(`load.${failed.load.done}`)}</span>
  const insecure = accounts.some(({ cookie }) => cookie?.done === 'insecure' || cookie?.done === 'failed')
  return insecure ? <span className="tag tag-warn">{t('cookie.insecure')}</span> : null
}

const NOTABLE: ReadonlySet<string> = new Set([
  'unsigned',
  'bad-signature',
  'not-found',
  'store-failed',
  'store-disconnected',
  'no-secret',
])
