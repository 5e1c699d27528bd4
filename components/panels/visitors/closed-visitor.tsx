'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import type { VisitorState } from '@/lib/engine/trace/visitors-at'
import { accepts } from '@/lib/playground/run-status'
import { VisitorMarks } from './visitor-marks'

/** A visitor who closed the browser: the profile waits, with what is persistent in its jar, unless it was incognito. */
export function ClosedVisitor({ state }: { state: VisitorState }) {
  const t = useTranslations('playground')
  const { openVisitor } = usePlaygroundActions()
  const ready = usePlayground((playground) => accepts(playground.run))
  const { visitor, incognito, browser } = state
  return (
    <button
      type="button"
      className="tool tool-outlined"
      disabled={!ready}
      onClick={() => (incognito ? openVisitor(visitor, { incognito, browser }) : openVisitor(visitor))}
    >
      {t('visitors.openAgain', { visitor })}
      <VisitorMarks incognito={incognito} browser={browser} />
    </button>
  )
}
