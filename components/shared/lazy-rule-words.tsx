'use client'

import dynamic from 'next/dynamic'

/** The rules' words in both languages are long, and nothing was decided yet when the page appears: they come after it. */
export const LazyRuleWords = dynamic(() => import('./rule-words').then(({ RuleWords }) => RuleWords), {
  ssr: false,
  loading: () => null,
})
