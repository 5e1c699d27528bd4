'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import type { VisitorId } from '@/lib/engine/story/action'
import { accepts } from '@/lib/playground/run-status'

/** A visitor who closed the browser: the profile waits, with what is persistent in its jar. */
export function ClosedVisitor({ visitor }: { visitor: VisitorId }) {
  const t = useTranslations('playground')
  const { openVisitor } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  return (
    <button type="button" className="tool tool-outlined" disabled={!ready} onClick={() => openVisitor(visitor)}>
      {t('visitors.openAgain', { visitor })}
    </button>
  )
}
