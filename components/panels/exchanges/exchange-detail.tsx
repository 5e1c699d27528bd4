'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { ScrollArea } from '@/components/shared/scroll-area'
import { durationOf, type ExchangeRecord, exchangesProjection, redirectChain } from '@/lib/engine/trace/exchanges-at'
import { durationText } from '@/lib/playground/duration'
import { ExchangeStatus } from './exchange-row'
import { LinesThatRan } from './lines-that-ran'
import { RequestMessage } from './request-message'
import { ResponseMessage } from './response-message'

/** One exchange to its bytes: both messages, the fate of every cookie, the lines that ran. */
export function ExchangeDetail({ record, onClose }: { record: ExchangeRecord; onClose: () => void }) {
  const t = useTranslations('playground')
  const locale = useLocale()
  const duration = durationOf(record)
  return (
    <article aria-label={t('exchange.title', { exchange: record.id })} className="exchange-detail">
      <header className="flex flex-wrap items-center gap-x-2 border-b border-line px-3 py-1">
        <h3 className="font-semibold tabular-nums">#{record.id}</h3>
        <ExchangeStatus record={record} />
        <span className="text-xs text-muted">
          {t(`via.${record.via}`, { visitor: record.visitor })}
          {duration !== null && duration > 0 && ` · ${durationText(duration, locale)}`}
        </span>
        <button type="button" className="tool ml-auto" aria-label={t('exchange.close')} onClick={onClose}>
          <X aria-hidden="true" size={14} />
        </button>
      </header>
      <ScrollArea label={t('exchange.bytes')} className="min-h-0 flex-1 overflow-auto px-3 py-2">
        <Redirects record={record} />
        <RequestMessage record={record} />
        {record.end?.failure && (
          <p className="my-2 rounded bg-bad-soft p-2 text-bad">
            {t(`failure.${record.end.failure}`, { host: new URL(record.url).host })}
          </p>
        )}
        <ResponseMessage record={record} />
        <LinesThatRan record={record} />
      </ScrollArea>
    </article>
  )
}

function Redirects({ record }: { record: ExchangeRecord }) {
  const t = useTranslations('playground')
  const chain = redirectChain(useProjection(exchangesProjection), record.id)
  if (chain.length < 2) return null
  return (
    <p className="mb-2 text-xs text-muted">
      {t('exchange.redirects')}{' '}
      {chain.map(({ id }, index) => (
        <span key={id}>
          {index > 0 && ' → '}
          {id === record.id ? `#${id}` : <ExchangeLink exchange={id} />}
        </span>
      ))}
    </p>
  )
}
