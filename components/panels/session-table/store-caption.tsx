'use client'

import { useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { serversProjection } from '@/lib/engine/trace/servers-at'
import type { SessionTable } from '@/lib/engine/trace/session-table'

/** Where the rows of a store lie: that decides who sees them and what they outlive. */
export function StoreCaption({ table }: { table: SessionTable }) {
  const t = useTranslations('playground.table.caption')
  const servers = useProjection(serversProjection)
  const { store, process } = table
  switch (store.kind) {
    case 'variable':
    case 'memory': {
      const server = process === null ? '' : (servers.get(process)?.server ?? '')
      return t(store.kind, { name: store.name, server, process: process ?? '' })
    }
    case 'files':
      return store.name === '.' ? t('files-here') : t('files', { name: store.name })
    case 'redis':
      return t('redis')
    default:
      return store satisfies never
  }
}
