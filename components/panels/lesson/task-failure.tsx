'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MismatchView } from '@/components/panels/lesson/mismatch-view'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { PlaceLink } from '@/components/shared/place-link'
import { Button } from '@/components/ui/button'
import type { Failure } from '@/lib/lessons/check/failure'
import type { Work } from '@/lib/playground/work'

interface TaskFailureProps {
  readonly failure: Failure
  /** The edits that were checked. */
  readonly edits: Work['edits']
  /** What the lesson's author says to this very mistake. */
  readonly advice: ReactNode
}

/** Why a task is not done: expected beside actual, and the way there. */
export function TaskFailure({ failure, edits, advice }: TaskFailureProps) {
  const t = useTranslations('lesson.task')
  const { openStory } = usePlaygroundActions()
  const changed = usePlayground((state) => state.edits !== edits)
  return (
    <div className="rounded-md border border-warn/50 bg-warn-soft/60 p-3 text-panel [&>*+*]:mt-2.5">
      {changed && <p className="text-muted">{t('changed')}</p>}
      {advice && <div className="text-[0.9375rem]">{advice}</div>}
      {failure.request !== null && (
        <div>
          <p className="text-faint text-xs">{t('request')}</p>
          <p className="whitespace-pre-wrap break-all font-mono">{failure.request}</p>
        </div>
      )}
      {failure.mismatches.map((mismatch) => (
        <MismatchView key={`${mismatch.kind} ${mismatch.line}`} mismatch={mismatch} />
      ))}
      {failure.faults.length > 0 && (
        <div>
          <p className="text-faint text-xs">{t('faults')}</p>
          <ul className="list-none! p-0!">
            {failure.faults.map(({ seq, message, place }) => (
              <li key={seq} className="break-words font-mono">
                {place && <PlaceLink place={place} />} {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <Button title={t('openStoryHint')} onClick={() => openStory(failure.story)}>
          {t('openStory')}
        </Button>
      </p>
    </div>
  )
}
