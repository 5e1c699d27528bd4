'use client'

import { HatGlasses } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { VisitorState } from '@/lib/engine/trace/visitors-at'

/** What is not ordinary about a visitor's browser. */
export function VisitorMarks({ incognito, browser }: Pick<VisitorState, 'incognito' | 'browser'>) {
  const t = useTranslations('playground')
  return (
    <>
      {incognito && (
        <span className="tag inline-flex items-center gap-1" title={t('visitors.incognitoHint')}>
          <HatGlasses aria-hidden="true" size={13} />
          {t('visitors.incognito')}
        </span>
      )}
      {browser === 'rfc2109' && (
        <span className="tag tag-warn" title={t('visitors.oldHint')}>
          {t('visitors.old')}
        </span>
      )}
    </>
  )
}
