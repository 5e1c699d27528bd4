'use client'

import { useTranslations } from 'next-intl'
import type { ExchangeId } from '@/lib/engine/trace/event'
import type { SessionTable } from '@/lib/engine/trace/session-table'
import { removedBy } from '@/lib/engine/trace/sessions-at'
import { RemovedSessionRow } from './removed-row'
import { SessionTableRow } from './session-row'
import { StoreCaption } from './store-caption'

/** Rows of a store that are shown at most, the newest: nobody reads more. */
const SHOWN = 200

/** One store: a variable of the program, as a table of rows. */
export function StoreTable({ table, recent }: { table: SessionTable; recent: readonly ExchangeId[] }) {
  const t = useTranslations('playground')
  const removed = removedBy(table, recent)
  const rows = table.rows.values()
  const hidden = Math.max(rows.length - SHOWN, 0) + table.uncounted
  if (table.rows.size === 0 && removed.length === 0) return null
  return (
    <table className="w-full border-collapse text-left align-top">
      <caption className="px-3 pt-2 pb-1 text-left text-xs text-faint">
        <StoreCaption table={table} />
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('table.key')}</th>
          <th scope="col">{t('table.value')}</th>
          <th scope="col">{t('table.history')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(-SHOWN).map((row) => (
          <SessionTableRow key={row.key} row={row} store={table.store.kind} recent={recent} />
        ))}
        {removed.map((row) => (
          <RemovedSessionRow key={`${row.removed.seq} ${row.key}`} row={row} />
        ))}
        {hidden > 0 && (
          <tr>
            <td colSpan={3} className="px-3 py-1 text-xs text-muted">
              {t('table.more', { count: hidden })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
