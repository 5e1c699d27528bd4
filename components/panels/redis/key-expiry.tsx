'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { clockProjection } from '@/lib/engine/trace/clock-at'
import { exactDurationText } from '@/lib/playground/duration'

/** How long a key has left, by the world's own clock. */
export function KeyExpiry({ expires }: { expires: number | null }) {
  const t = useTranslations('redis')
  const locale = useLocale()
  const { now } = useProjection(clockProjection)
  if (expires === null) {
    return (
      <span className="tag" title={t('staysHint')}>
        {t('stays')}
      </span>
    )
  }
  return (
    <span className="tag tabular-nums" title={t('goesHint', { moment: new Date(expires).toUTCString() })}>
      {t('goes', { duration: exactDurationText(expires - now, locale) })}
    </span>
  )
}
