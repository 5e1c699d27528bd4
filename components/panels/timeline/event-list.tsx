'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import { usePlayground } from '@/components/shared/context'
import { ScrollArea } from '@/components/shared/scroll-area'
import { useStickToEnd } from '@/components/shared/use-stick-to-end'
import { clockProjection } from '@/lib/engine/trace/clock-at'
import { timelineProjection } from '@/lib/engine/trace/timeline-at'
import { shownLog } from '@/lib/playground/selectors'
import { EventRow } from './event-row'

/** How many of the latest events are rendered: the log may hold a hundred thousand. */
const SHOWN = 400

/** The events in words. One can be gone to: the panels then show the world as it was right after it. */
export function EventList({ details }: { details: boolean }) {
  const t = useTranslations('playground')
  const list = useRef<HTMLDivElement>(null)
  const log = usePlayground(shownLog)
  const cursor = usePlayground((state) => state.cursor)
  // Once a log, not at every step of the cursor: there may be a hundred thousand.
  const { shown, older } = useMemo(() => {
    const entries = timelineProjection.at(log, log.length).toArray()
    const relevant = details ? entries : entries.filter(({ level }) => level === 'main')
    return { shown: relevant.slice(-SHOWN), older: Math.max(0, relevant.length - SHOWN) }
  }, [log, details])
  const { epoch } = clockProjection.at(log, log.length)

  useStickToEnd(list, `${log.length} ${details}`)

  return (
    <ScrollArea ref={list} label={t('timeline.events')} className="h-full overflow-auto">
      {older > 0 && <p className="px-3 py-1 text-xs text-muted">{t('timeline.older', { count: older })}</p>}
      <ol>
        {shown.map(({ seq, level }) => {
          const event = log.event(seq)
          if (!event) return null
          return (
            <EventRow key={seq} event={event} isDetail={level === 'detail'} isHere={cursor === seq + 1} epoch={epoch} />
          )
        })}
      </ol>
    </ScrollArea>
  )
}
