'use client'

import { useTranslations } from 'next-intl'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { RemovedRow } from '@/lib/engine/trace/session-table'
import { rowContent } from '@/lib/playground/row-content'
import { RowKey } from './row-key'

/** A row that the last exchange took away: still shown once, struck through. */
export function RemovedSessionRow({ row }: { row: RemovedRow }) {
  const t = useTranslations('playground')
  return (
    <tr className="border-t border-line text-muted">
      <th scope="row" className="w-28 px-3 py-1.5 align-top font-normal">
        <RowKey id={row.key} />
      </th>
      <td className="py-1.5 align-top font-mono wrap-anywhere">
        <s>{previewText(rowContent(row.value).content)}</s>{' '}
        <span className="tag tag-bad font-sans">{t('mark.removed')}</span>
      </td>
      <td className="px-3 py-1.5 text-right align-top text-xs">
        {row.removed.exchange !== null && <ExchangeLink exchange={row.removed.exchange} />}
      </td>
    </tr>
  )
}
