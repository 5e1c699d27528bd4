'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlayground, useProjection } from '@/components/shared/context'
import { LazyRuleWords } from '@/components/shared/lazy-rule-words'
import type { VisitorId } from '@/lib/engine/story/action'
import { handDecisionsProjection } from '@/lib/playground/hand-decisions'

/** What the browser made of the last cookie that was put in by hand since this is shown. */
export function AddedCookie({ visitor }: { visitor: VisitorId }) {
  const t = useTranslations('playground')
  const length = usePlayground((state) => state.log.length)
  const [since] = useState(length)
  const last = useProjection(handDecisionsProjection).get(visitor)
  const decision = last && last.seq >= since ? last.decision : null
  return (
    <div role="status" className="col-span-2">
      {decision && (
        <p>
          <span className={decision.kind === 'stored' ? 'tag tag-good' : 'tag tag-bad'}>
            {t(`decision.${decision.kind}`)}
          </span>{' '}
          <LazyRuleWords applied={decision.because} />
        </p>
      )}
      {decision && decision.notes.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-xs text-muted">
          {decision.notes.map((note) => (
            <li key={note.rule}>
              <LazyRuleWords applied={note} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
