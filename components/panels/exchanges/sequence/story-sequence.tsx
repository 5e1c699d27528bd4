'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { usePlayground } from '@/components/shared/context'
import { ScrollArea } from '@/components/shared/scroll-area'
import { exchangesAt } from '@/lib/engine/trace/exchanges-at'
import { rowOfExchange, storyPicture } from '@/lib/engine/trace/sequence/picture'
import { sequenceAt } from '@/lib/engine/trace/sequence-at'
import { shownCursor, shownLog } from '@/lib/playground/selectors'
import { useVisibleRows } from '../use-visible-rows'
import { HEAD, ROW } from './geometry'
import { SequenceCanvas } from './sequence-canvas'
import { useRoom } from './use-room'

/** Up to so many rows are drawn whole; each is much more than a line of text. */
const WHOLE = 80

/** The whole story up to the cursor, as a picture. Only rows that can be seen are rendered. */
export function StorySequence() {
  const t = useTranslations('sequence.picture')
  const scroller = useRef<HTMLDivElement>(null)
  const log = usePlayground(shownLog)
  const cursor = usePlayground(shownCursor)
  const chosen = usePlayground((state) => state.exchange)
  const { steps } = sequenceAt(log, cursor)
  const { first, last } = useVisibleRows(scroller, {
    count: steps.length,
    rowHeight: ROW,
    mark: `${steps.length} ${steps.last?.seq}`,
    whole: WHOLE,
  })
  const room = useRoom(scroller)
  const picture = storyPicture(log, cursor, first, last)
  const record = chosen === null ? undefined : exchangesAt(log, cursor).get(chosen)
  const row = record ? rowOfExchange(log, cursor, record) : null

  useEffect(() => {
    if (row !== null) showRow(scroller.current, row)
  }, [row])

  return (
    <ScrollArea ref={scroller} label={t('story')} className="sequence-scroller">
      {steps.length === 0 ? (
        <p className="empty">{t('empty')}</p>
      ) : (
        <SequenceCanvas
          picture={picture}
          count={steps.length}
          first={first}
          before={steps.at(first - 1)?.at ?? null}
          room={room}
          chosen={chosen}
        />
      )}
    </ScrollArea>
  )
}

/** Scrolls to a row that is out of sight. */
function showRow(scroller: HTMLElement | null, row: number): void {
  if (!scroller) return
  const top = row * ROW
  const inSight = top >= scroller.scrollTop && top + HEAD + ROW <= scroller.scrollTop + scroller.clientHeight
  if (!inSight) scroller.scrollTo({ top: Math.max(top - ROW, 0) })
}
