'use client'

import { useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { RuleWords } from '@/components/shared/rule-words'
import type { VisitorId } from '@/lib/engine/story/action'
import { turnedAwayProjection } from '@/lib/playground/turned-away'

/** What the last action took out of a jar, or tried to put into it in vain. */
export function RefusedCookies({ visitor }: { visitor: VisitorId }) {
  const t = useTranslations('playground')
  const { decisions } = useProjection(turnedAwayProjection)
  const own = decisions.filter((decision) => decision.visitor === visitor)
  if (own.length === 0) return null
  return (
    <ul aria-label={t('jar.turnedAway')}>
      {own.map(({ seq, exchange, decision }) => (
        <li key={seq} className="border-b border-line px-3 py-2 text-xs text-muted">
          <p className="font-mono break-all">
            <span className={decision.kind === 'refused' ? 'tag tag-bad' : 'tag'}>
              {t(`decision.${decision.kind}`)}
            </span>{' '}
            <s>{decision.kind === 'refused' ? decision.line : decision.cookie.name}</s>
          </p>
          {exchange !== null && <ExchangeLink exchange={exchange} />} <RuleWords applied={decision.because} />
        </li>
      ))}
    </ul>
  )
}
