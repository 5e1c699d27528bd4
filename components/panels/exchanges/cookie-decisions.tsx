'use client'

import { useTranslations } from 'next-intl'
import { RuleWords } from '@/components/shared/rule-words'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'

interface CookieDecisionsProps {
  readonly record: ExchangeRecord
  readonly of: readonly CookieDecision['kind'][]
}

/** What the visitor's browser decided about each cookie, and by which rule. */
export function CookieDecisions({ record, of }: CookieDecisionsProps) {
  const t = useTranslations('playground')
  const decisions = record.cookies.filter(({ decision }) => of.includes(decision.kind))
  if (decisions.length === 0) return null
  return (
    <ul aria-label={t('exchange.decisions')} className="my-1 border-l-2 border-line pl-2 text-xs text-muted">
      {decisions.map(({ seq, decision }) => (
        <li key={seq}>
          <span className={`tag ${TAG[decision.kind]}`}>{t(`decision.${decision.kind}`)}</span>{' '}
          <code>{decision.kind === 'refused' ? decision.name : decision.cookie.name}</code>{' '}
          <RuleWords applied={decision.because} />
        </li>
      ))}
    </ul>
  )
}

const TAG: Readonly<Record<CookieDecision['kind'], string>> = {
  stored: 'tag-good',
  sent: 'tag-good',
  refused: 'tag-bad',
  withheld: 'tag-warn',
  removed: '',
}
