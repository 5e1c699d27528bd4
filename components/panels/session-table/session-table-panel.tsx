'use client'

import { useTranslations } from 'next-intl'
import { usePlaygroundLesson, useProjection } from '@/components/shared/context'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { sessionsProjection } from '@/lib/engine/trace/sessions-at'
import { StoreTable } from './store-table'

/** What the servers remember: the rows of every store, with what changed last. */
export function SessionTablePanel() {
  const t = useTranslations('playground')
  const { options } = usePlaygroundLesson()
  const { tables, recent } = useProjection(sessionsProjection)
  const shown = tables.values()
  const isEmpty = shown.every((table) => table.rows.size === 0 && table.removed.length === 0)
  return (
    <PanelFrame name="session-table" title={t('panel.session-table')} note={<MomentTag />}>
      {isEmpty && (
        <p className="empty">
          {options.watch.length === 0 ? t('table.unwatched') : t('table.empty', { name: options.watch.join(', ') })}
        </p>
      )}
      {shown.map((table) => (
        <StoreTable key={`${table.process} ${table.store.kind} ${table.store.name}`} table={table} recent={recent} />
      ))}
    </PanelFrame>
  )
}
