'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ScrollArea } from '@/components/playground/shared/scroll-area'
import type { ExchangeId } from '@/lib/engine/trace/event'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import { ExchangeRow, ROW_HEIGHT } from './exchange-row'
import { useVisibleRows } from './use-visible-rows'

interface ExchangeListProps {
  readonly exchanges: readonly ExchangeRecord[]
  readonly chosen: ExchangeId | null
  readonly onChoose: (exchange: ExchangeId) => void
}

/** The exchanges in the order in which they were sent. Only rows that can be seen are rendered. */
export function ExchangeList({ exchanges, chosen, onChoose }: ExchangeListProps) {
  const t = useTranslations('playground')
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useVisibleRows(scroller, exchanges.length, ROW_HEIGHT)
  const newest = exchanges.at(-1)?.id

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new exchange is what makes the list scroll to its end
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  }, [newest])

  return (
    <ScrollArea ref={scroller} label={t('exchange.list')} className="exchange-list">
      <ul style={{ paddingTop: first * ROW_HEIGHT, paddingBottom: (exchanges.length - last) * ROW_HEIGHT }}>
        {exchanges.slice(first, last).map((record) => (
          <ExchangeRow key={record.id} record={record} chosen={record.id === chosen} onChoose={onChoose} />
        ))}
      </ul>
    </ScrollArea>
  )
}
