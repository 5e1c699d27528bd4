'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import type { ExchangeId } from '@/lib/engine/trace/event'

/** `#3`: opens the exchange. */
export const ExchangeLink = memo(function ExchangeLink({ exchange }: { exchange: ExchangeId }) {
  const t = useTranslations('playground')
  const { selectExchange } = usePlaygroundActions()
  return (
    <button
      type="button"
      className="text-link tabular-nums"
      aria-label={t('exchange.open', { exchange })}
      onClick={() => selectExchange(exchange)}
    >
      #{exchange}
    </button>
  )
})
