'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { usePlayground } from '@/components/shared/context'
import { ScrollArea } from '@/components/shared/scroll-area'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import { exchangePicture } from '@/lib/engine/trace/sequence/picture'
import { shownCursor, shownLog } from '@/lib/playground/selectors'
import { SequenceCanvas } from './sequence-canvas'
import { useRoom } from './use-room'

/** One exchange as a picture: the request, what the server asked of its stores, the answer. */
export function ExchangeSequence({ record }: { record: ExchangeRecord }) {
  const t = useTranslations('sequence.picture')
  const scroller = useRef<HTMLDivElement>(null)
  const log = usePlayground(shownLog)
  const cursor = usePlayground(shownCursor)
  const room = useRoom(scroller)
  const picture = exchangePicture(log, cursor, record)
  return (
    <ScrollArea ref={scroller} label={t('exchange', { exchange: record.id })} className="sequence-scroller">
      <SequenceCanvas picture={picture} count={picture.rows.length} first={0} before={null} room={room} chosen={null} />
    </ScrollArea>
  )
}
