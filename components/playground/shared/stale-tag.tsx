'use client'

import { useTranslations } from 'next-intl'
import { usePlayground } from '@/components/playground/context'
import { isStale } from '@/lib/playground/selectors'

/** Says that a panel shows the last program that worked, because the present one does not. */
export function StaleTag() {
  const t = useTranslations('playground')
  const stale = usePlayground(isStale)
  return stale ? (
    <span className="tag tag-warn" title={t('stale.hint')}>
      {t('stale.tag')}
    </span>
  ) : null
}
