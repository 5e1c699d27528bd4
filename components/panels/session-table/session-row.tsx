'use client'

import { useTranslations } from 'next-intl'
import { useEarlier } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { Flash } from '@/components/shared/flash'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { ExchangeId, StoreRef } from '@/lib/engine/trace/event'
import type { SessionRow } from '@/lib/engine/trace/session-table'
import { markOf, sessionsProjection } from '@/lib/engine/trace/sessions-at'
import { isRenewal } from '@/lib/playground/row-content'
import { Holders } from './holders'
import { RowFate } from './row-fate'
import { RowKey } from './row-key'
import { RowValue } from './row-value'

interface SessionTableRowProps {
  readonly row: SessionRow
  readonly store: StoreRef['kind']
  readonly recent: readonly ExchangeId[]
}

/** A row: whose it is, what is in it, who has its key, and which exchanges made it what it is. */
export function SessionTableRow({ row, store, recent }: SessionTableRowProps) {
  const t = useTranslations('playground')
  const mark = markOf(row, recent)
  const renewed = isRenewal(row)
  const earlier = useEarlier(sessionsProjection)
  const edited = earlier !== null && !earlier.tables.values().some(({ rows }) => saysTheSame(rows.get(row.key), row))
  return (
    <tr className="border-t border-line">
      <th scope="row" className="w-28 px-3 py-1.5 align-top font-normal">
        <RowKey id={row.key} />
      </th>
      <td className="flash-box py-1.5 align-top font-mono wrap-anywhere">
        {mark && <Flash of={row.changed.seq} />}
        <RowValue row={row} changed={mark === 'changed' && !renewed} />
        {mark && (
          <>
            {' '}
            <span className="tag tag-changed font-sans">
              {t(mark === 'added' ? 'mark.new' : renewed ? 'mark.renewed' : 'mark.changed')}
            </span>
          </>
        )}
        {edited && (
          <>
            {' '}
            <span className="tag tag-changed font-sans">{t('mark.changedByEdit')}</span>
          </>
        )}
        <RowFate row={row} store={store} />
        <Holders id={row.key} />
      </td>
      <td className="px-3 py-1.5 text-right align-top text-xs whitespace-nowrap text-muted">
        {row.created.exchange === null ? t('table.atStart') : <ExchangeLink exchange={row.created.exchange} />}
        {row.changed.exchange !== row.created.exchange && row.changed.exchange !== null && (
          <>
            {' … '}
            <ExchangeLink exchange={row.changed.exchange} />
          </>
        )}
      </td>
    </tr>
  )
}

function saysTheSame(earlier: SessionRow | undefined, now: SessionRow): boolean {
  return earlier !== undefined && previewText(earlier.value) === previewText(now.value)
}
