'use client'

import { useTranslations } from 'next-intl'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { SessionRow } from '@/lib/engine/trace/session-table'
import { rowContent } from '@/lib/playground/row-content'

/** What is in a row, and before its last change if that is to be seen. A broken one shows its text as it lies there. */
export function RowValue({ row, changed }: { row: SessionRow; changed: boolean }) {
  const t = useTranslations('playground.table')
  const { content } = rowContent(row.value)
  const before = changed && row.before !== null ? rowContent(row.before).content : null
  return (
    <>
      {before && (
        <>
          <s className="text-faint">{previewText(before)}</s>
          {' → '}
        </>
      )}
      {row.broken && row.value.type === 'string' ? (
        <>
          <span className="tag tag-bad font-sans">{t('broken')}</span>{' '}
          {row.value.value === '' ? t('emptied') : row.value.value}
        </>
      ) : (
        previewText(content)
      )}
    </>
  )
}
