'use client'

import { memo } from 'react'
import { usePart } from '@/components/shared/context'
import { SessionChip } from '@/components/shared/session-mark'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'

/** A row's key: its short name to point at, and the key itself. */
export const RowKey = memo(function RowKey({ id }: { id: string }) {
  const session = usePart(sessionIdsProjection, ({ all }) => all.get(id))
  return (
    <span className="flex flex-col items-start gap-0.5">
      {session && <SessionChip session={session} />}
      <span className="max-w-24 truncate font-mono text-xs text-faint" title={id}>
        {id}
      </span>
    </span>
  )
})
