'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import type { Event } from '@/lib/engine/trace/event'
import { stopwatchText } from '@/lib/playground/duration'
import { isSame } from '@/lib/playground/same'
import { EventWords } from './event-words'

interface EventRowProps {
  readonly event: Event
  readonly isDetail: boolean
  /** Whether the panels show the world as it was right after it. */
  readonly isHere: boolean
  /** When the world began, in milliseconds since the Unix epoch. */
  readonly epoch: number
}

/** One event with its time, which leads to that moment. Hundreds of them stand, and most a replay leaves as they were. */
export const EventRow = memo(function EventRow({ event, isDetail, isHere, epoch }: EventRowProps) {
  const t = useTranslations('playground')
  const { setCursor } = usePlaygroundActions()
  const time = stopwatchText(event.at - epoch)
  return (
    <li className={`event ${isDetail ? 'event-detail' : ''}`} data-here={isHere || undefined}>
      <button
        type="button"
        className="text-faint tabular-nums"
        aria-current={isHere ? 'step' : undefined}
        aria-label={t('timeline.goTo', { time })}
        title={t('timeline.goToHint')}
        onClick={() => setCursor(isHere ? null : event.seq + 1)}
      >
        {time}
      </button>
      <EventWords event={event} />
    </li>
  )
}, isSame)
