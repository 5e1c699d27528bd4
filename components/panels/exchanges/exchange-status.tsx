'use client'

import { useTranslations } from 'next-intl'
import type { ExchangeFate } from '@/lib/playground/exchange-line'

/** `200`, or why there is none. */
export function ExchangeStatus({ fate: { status, failure } }: { fate: ExchangeFate }) {
  const t = useTranslations('playground')
  if (failure !== null) return <span className="tag tag-bad">{t(`failureShort.${failure}`)}</span>
  if (status === null) return <span className="tag">{t('exchange.underWay')}</span>
  return <span className={`tag tabular-nums ${STATUS_TAG[Math.floor(status / 100)] ?? ''}`}>{status}</span>
}

const STATUS_TAG: Readonly<Record<number, string>> = { 2: 'tag-good', 4: 'tag-warn', 5: 'tag-bad' }
