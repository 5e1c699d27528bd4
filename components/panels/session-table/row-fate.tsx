'use client'

import { useTranslations } from 'next-intl'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { StoreRef } from '@/lib/engine/trace/event'
import type { SessionRow } from '@/lib/engine/trace/session-table'
import { rowContent } from '@/lib/playground/row-content'
import { RowExpiry } from './row-expiry'

/** When a row will go; opened, what express-session keeps in it about its cookie, from which that follows. */
export function RowFate({ row, store }: { row: SessionRow; store: StoreRef['kind'] }) {
  const t = useTranslations('playground.table')
  if (row.broken) return <p className="font-sans text-xs text-bad">{t('brokenHint')}</p>
  const { cookie } = rowContent(row.value)
  // What a program keeps in a variable, nobody but itself lets go of.
  const expiry = store === 'variable' ? null : <RowExpiry store={store} expires={row.expires} />
  if (cookie === null) return expiry && <p className="font-sans text-xs text-muted">{expiry}</p>
  return (
    <details className="font-sans text-xs text-muted">
      <summary>{expiry ?? t('cookie')}</summary>
      <code>cookie: {previewText(cookie, 300)}</code>
    </details>
  )
}
