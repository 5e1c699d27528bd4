'use client'

import { useTranslations } from 'next-intl'
import { useProjection } from '@/components/shared/context'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { holdersOf } from '@/lib/playground/holders'

/** Which visitors have a row's key in their jar: without one, the row waits for nobody. */
export function Holders({ id }: { id: string }) {
  const t = useTranslations('playground')
  const ids = useProjection(sessionIdsProjection)
  const jars = useProjection(jarProjection)
  const holders = holdersOf(jars, ids, id)
  return (
    <p className="font-sans text-xs text-muted">
      {holders.length === 0 ? t('table.unheld') : t('table.heldBy', { visitors: holders.join(', ') })}
    </p>
  )
}
