'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { usePlayground } from '@/components/shared/context'
import { ServerMark } from '@/components/shared/server-mark'
import type { ExchangeId } from '@/lib/engine/trace/event'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import { changedExchanges } from '@/lib/playground/changes'
import { CookieFlow } from './cookie-flow'
import { SessionBadge } from './session-badge'

/** Height of a row in pixels; the list's arithmetic depends on it. */
export const ROW_HEIGHT = 28

interface ExchangeRowProps {
  readonly record: ExchangeRecord
  readonly chosen: boolean
  readonly onChoose: (exchange: ExchangeId) => void
}

/** One exchange in a line: who, what, how it went, and which cookies went which way. */
export const ExchangeRow = memo(function ExchangeRow({ record, chosen, onChoose }: ExchangeRowProps) {
  const t = useTranslations('playground')
  const changed = usePlayground((state) => changedExchanges(state.before, state.log).has(record.id))
  return (
    <li className="exchange-row" style={{ height: ROW_HEIGHT }} data-chosen={chosen || undefined}>
      <button type="button" aria-current={chosen} onClick={() => onChoose(record.id)}>
        <span className="exchange-number">{record.id}</span>
        <span className="exchange-visitor truncate">{record.visitor}</span>
        <span className="min-w-0 flex-1 truncate font-mono">
          {record.request.method} {record.request.target}
        </span>
        <ServerMark process={record.process} />
        <SessionBadge exchange={record.id} />
        {changed && <span className="tag tag-changed">{t('mark.changedByEdit')}</span>}
        <ExchangeStatus record={record} />
      </button>
      <CookieFlow record={record} />
    </li>
  )
})

/** `200`, or why there is none. */
export function ExchangeStatus({ record }: { record: ExchangeRecord }) {
  const t = useTranslations('playground')
  if (record.end?.failure) return <span className="tag tag-bad">{t(`failureShort.${record.end.failure}`)}</span>
  const status = record.head?.response.status
  if (status === undefined) return <span className="tag">{t('exchange.underWay')}</span>
  return <span className={`tag tabular-nums ${STATUS_TAG[Math.floor(status / 100)] ?? ''}`}>{status}</span>
}

const STATUS_TAG: Readonly<Record<number, string>> = { 2: 'tag-good', 4: 'tag-warn', 5: 'tag-bad' }
