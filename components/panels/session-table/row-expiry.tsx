'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { clockProjection } from '@/lib/engine/trace/clock-at'
import type { StoreRef } from '@/lib/engine/trace/event'
import { durationText } from '@/lib/playground/duration'

interface RowExpiryProps {
  readonly store: Exclude<StoreRef['kind'], 'variable'>
  /** Milliseconds since the Unix epoch; `null`: not by itself. */
  readonly expires: number | null
}

/** When a row will go, and who sees to that: only Redis does by itself. */
export function RowExpiry({ store, expires }: RowExpiryProps) {
  const t = useTranslations('playground.table.expiry')
  const locale = useLocale()
  const { now } = useProjection(clockProjection)
  if (expires === null) return t(`never.${store}`)
  const isOver = expires <= now
  const duration = durationText(Math.abs(expires - now), locale)
  return (
    <span title={new Date(expires).toUTCString()} className={isOver ? 'tag tag-warn whitespace-normal' : ''}>
      {t(isOver ? `over.${store}` : `in.${store}`, { duration })}
    </span>
  )
}
