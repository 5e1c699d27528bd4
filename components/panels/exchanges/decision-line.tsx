'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Explained } from '@/lib/engine/sessions/explain'
import type { AppliedSessionRule } from '@/lib/engine/sessions/rules'
import { explainSessionRule, optionText } from '@/lib/playground/session-explanation'

interface DecisionLineProps {
  /** What was decided about. */
  readonly label: string
  readonly explained: Explained<string>
  /** What was done. */
  readonly words: string
  /** What the rules say must be done. */
  readonly expected: string
  readonly tone: 'good' | 'warn' | 'bad' | null
  /** More about what was done. */
  readonly children?: ReactNode
}

/** One decision in a line, with the option in charge; opened, it says why. */
export function DecisionLine({ label, explained, words, expected, tone, children }: DecisionLineProps) {
  const t = useTranslations('playground.middleware')
  const { because, also, agrees } = explained
  return (
    <li className="decision">
      <details>
        <summary>
          <span className="decision-label">{label}</span>{' '}
          <span className={`tag ${tone === null ? '' : `tag-${tone}`}`}>{words}</span>{' '}
          {children && <code>{children}</code>} <Option rule={because} />
          {!agrees && <span className="tag tag-bad">{t('disagrees', { expected })}</span>}
        </summary>
        <p>
          <Words rule={because} />
        </p>
        {also && (
          <p>
            {t('also')} <Option rule={also} /> <Words rule={also} />
          </p>
        )}
      </details>
    </li>
  )
}

function Option({ rule: { option } }: { rule: AppliedSessionRule }) {
  const t = useTranslations('playground.middleware')
  if (option === null) return null
  return (
    <>
      <code className="option">{optionText(option)}</code>
      {option.assumed && <span className="text-faint"> {t('assumed')}</span>}{' '}
    </>
  )
}

function Words({ rule }: { rule: AppliedSessionRule }) {
  const locale = useLocale()
  const { words, section, spec } = explainSessionRule(rule, locale === 'zh' ? 'zh' : 'en')
  return (
    <>
      {words}{' '}
      <a href={spec} target="_blank" rel="noreferrer" className="rule-link">
        express-session: {section}
      </a>
    </>
  )
}
