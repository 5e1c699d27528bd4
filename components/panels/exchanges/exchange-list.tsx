'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ScrollArea } from '@/components/shared/scroll-area'
import type { ExchangeId } from '@/lib/engine/trace/event'
import type { Exchanges } from '@/lib/engine/trace/exchanges-at'
import { exchangeLine } from '@/lib/playground/exchange-line'
import { ExchangeRow, ROW_HEIGHT } from './exchange-row'
import { useVisibleRows } from './use-visible-rows'

interface ExchangeListProps {
  readonly exchanges: Exchanges
  readonly chosen: ExchangeId | null
  readonly onChoose: (exchange: ExchangeId) => void
}

/** The exchanges in the order in which they were sent. Only rows that can be seen are rendered. */
export function ExchangeList({ exchanges, chosen, onChoose }: ExchangeListProps) {
  const t = useTranslations('playground')
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useVisibleRows(scroller, {
    count: exchanges.size,
    rowHeight: ROW_HEIGHT,
    mark: exchanges.last?.id,
  })

  return (
    <ScrollArea ref={scroller} label={t('exchange.list')} className="exchange-list">
      <ul style={{ paddingTop: first * ROW_HEIGHT, paddingBottom: (exchanges.size - last) * ROW_HEIGHT }}>
        {exchanges.slice(first, last).map((record) => (
          <ExchangeRow key={record.id} line={exchangeLine(record)} chosen={record.id === chosen} onChoose={onChoose} />
        ))}
      </ul>
    </ScrollArea>
  )
}
