'use client'

import { useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { LazyRuleWords } from '@/components/shared/lazy-rule-words'
import type { VisitorId } from '@/lib/engine/story/action'
import { alikeTogether, type TurnedAway, turnedAwayProjection } from '@/lib/playground/turned-away'

/** What the last action took out of a jar, or tried to put into it in vain. What went for one reason stands together. */
export function RefusedCookies({ visitor }: { visitor: VisitorId }) {
  const t = useTranslations('playground')
  const { decisions } = useProjection(turnedAwayProjection)
  const own = alikeTogether(decisions.filter((decision) => decision.visitor === visitor))
  if (own.length === 0) return null
  return (
    <ul aria-label={t('jar.turnedAway')}>
      {own.map(([first, ...rest]) => (
        <li key={first.seq} className="border-b border-line px-3 py-2 text-xs text-muted">
          <p className="font-mono break-all">
            <span className={first.decision.kind === 'refused' ? 'tag tag-bad' : 'tag'}>
              {t(`decision.${first.decision.kind}`)}
            </span>{' '}
            {rest.length > 0 && <span className="tag">{t('jar.howMany', { count: rest.length + 1 })}</span>}{' '}
            {[first, ...rest].map((each, index) => (
              <span key={each.seq}>
                {index > 0 && ', '}
                <s>{nameOf(each)}</s>
              </span>
            ))}
          </p>
          {first.exchange !== null && <ExchangeLink exchange={first.exchange} />}{' '}
          <LazyRuleWords applied={first.decision.because} />
        </li>
      ))}
    </ul>
  )
}

function nameOf({ decision }: TurnedAway): string {
  return decision.kind === 'refused' ? decision.line : decision.cookie.name
}
