'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { usePlayground } from '@/components/shared/context'
import { isStale } from '@/lib/playground/selectors'

/** Says that a panel shows no present: the last program that worked, or a moment that was gone back to. */
export const MomentTag = memo(function MomentTag() {
  const t = useTranslations('playground')
  const stale = usePlayground(isStale)
  const inThePast = usePlayground((state) => state.cursor !== null)
  return (
    <>
      {stale && (
        <span className="tag tag-warn" title={t('stale.hint')}>
          {t('stale.tag')}
        </span>
      )}
      {inThePast && (
        <span className="tag tag-warn" title={t('stale.pastHint')}>
          {t('stale.past')}
        </span>
      )}
    </>
  )
})
