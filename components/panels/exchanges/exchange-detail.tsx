'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { FailureWords } from '@/components/shared/failure-words'
import { ScrollArea } from '@/components/shared/scroll-area'
import { ServerMark } from '@/components/shared/server-mark'
import { TabBar } from '@/components/shared/tab-bar'
import { durationOf, type ExchangeRecord, exchangesProjection, redirectChain } from '@/lib/engine/trace/exchanges-at'
import { durationText } from '@/lib/playground/duration'
import { fateOf } from '@/lib/playground/exchange-line'
import { ExchangeStatus } from './exchange-status'
import { LinesThatRan } from './lines-that-ran'
import { RequestMessage } from './request-message'
import { ResponseMessage } from './response-message'
import { ExchangeSequence } from './sequence/exchange-sequence'
import { SessionAccounts } from './session-accounts'

const VIEWS = ['bytes', 'picture'] as const

export type DetailView = (typeof VIEWS)[number]

interface ExchangeDetailProps {
  readonly record: ExchangeRecord
  readonly view: DetailView
  readonly onView: (view: DetailView) => void
  readonly onClose: () => void
}

/** One exchange to its bytes (both messages, the fate of every cookie, the lines that ran), or as a picture. */
export function ExchangeDetail({ record, view, onView, onClose }: ExchangeDetailProps) {
  const t = useTranslations('playground')
  const tView = useTranslations('sequence.view')
  const locale = useLocale()
  const duration = durationOf(record)
  return (
    <article aria-label={t('exchange.title', { exchange: record.id })} className="exchange-detail">
      <header className="flex items-center gap-x-2 border-b border-line px-3 py-1">
        <h3 className="font-semibold tabular-nums">#{record.id}</h3>
        <ExchangeStatus fate={fateOf(record)} />
        <ServerMark process={record.process} />
        <span className="min-w-0 truncate text-xs text-muted">
          {t(`via.${record.via}`, { visitor: record.visitor })}
          {duration !== null && duration > 0 && ` · ${durationText(duration, locale)}`}
        </span>
        <span className="ml-auto shrink-0">
          <TabBar
            label={tView('detail')}
            idPrefix="exchange"
            tabs={VIEWS.map((id) => ({ id, label: tView(id) }))}
            chosen={view}
            onChoose={(id) => onView(VIEWS.find((candidate) => candidate === id) ?? 'bytes')}
          />
        </span>
        <button type="button" className="tool" aria-label={t('exchange.close')} onClick={onClose}>
          <X aria-hidden="true" size={14} />
        </button>
      </header>
      <div
        id={`exchange-panel-${view}`}
        role="tabpanel"
        aria-labelledby={`exchange-tab-${view}`}
        className="min-h-0 flex-1"
      >
        {view === 'bytes' ? <Bytes record={record} /> : <ExchangeSequence record={record} />}
      </div>
    </article>
  )
}

function Bytes({ record }: { record: ExchangeRecord }) {
  const t = useTranslations('playground')
  return (
    <ScrollArea label={t('exchange.bytes')} className="h-full overflow-auto px-3 py-2">
      <Redirects record={record} />
      <SessionAccounts exchange={record.id} />
      <RequestMessage record={record} />
      {record.end?.failure && (
        <p className="my-2 rounded bg-bad-soft p-2 text-bad">
          <FailureWords failure={record.end.failure} url={record.url} />
        </p>
      )}
      <ResponseMessage record={record} />
      <LinesThatRan record={record} />
    </ScrollArea>
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
