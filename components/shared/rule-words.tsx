'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { explainRule } from '@/lib/playground/rule-explanation'

/** Why something happened to a cookie, with the place where the rule is written down. */
export function RuleWords({ applied }: { applied: AppliedRule }) {
  const t = useTranslations('playground')
  const locale = useLocale()
  const { words, document, section, step, spec } = explainRule(applied, locale === 'zh' ? 'zh' : 'en')
  const place = step === null ? t('rule.section', { document, section }) : t('rule.step', { document, section, step })
  return (
    <span>
      {words}{' '}
      <a href={spec} target="_blank" rel="noreferrer" className="rule-link">
        {place}
      </a>
    </span>
  )
}
