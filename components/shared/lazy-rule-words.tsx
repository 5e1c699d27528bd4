'use client'

import dynamic from 'next/dynamic'
import { memo } from 'react'
import { isSame } from '@/lib/playground/same'

/** The rules' words in both languages are long, and nothing was decided yet when the page appears: they come after it. */
export const LazyRuleWords = memo(
  dynamic(() => import('./rule-words').then(({ RuleWords }) => RuleWords), {
    ssr: false,
    loading: () => null,
  }),
  isSame,
)
