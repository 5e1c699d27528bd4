'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { usePlayground } from '@/components/shared/context'
import { ScrollArea } from '@/components/shared/scroll-area'
import { useStickToEnd } from '@/components/shared/use-stick-to-end'
import { storyPicture } from '@/lib/engine/trace/sequence/picture'
import { sequenceAt } from '@/lib/engine/trace/sequence-at'
import { shownCursor, shownLog } from '@/lib/playground/selectors'
import { useWords } from './use-words'

/** How many of the latest steps are rendered. */
const SHOWN = 120

/** What the picture says, in sentences. */
export function StoryWords() {
  const t = useTranslations('sequence.picture')
  const scroller = useRef<HTMLDivElement>(null)
  const log = usePlayground(shownLog)
  const cursor = usePlayground(shownCursor)
  const count = sequenceAt(log, cursor).steps.length
  const first = Math.max(count - SHOWN, 0)
  const { lines, rows } = storyPicture(log, cursor, first, count)
  const { rich } = useWords(lines)
  useStickToEnd(scroller, count)
  return (
    <ScrollArea ref={scroller} label={t('story')} className="h-full overflow-auto px-3 py-2">
      {count === 0 && <p className="empty">{t('empty')}</p>}
      {first > 0 && <p className="pb-1 text-xs text-muted">{t('older', { count: first })}</p>}
      <ol aria-label={t('steps')} start={first + 1} className="sequence-words">
        {rows.map(({ row, step }) => (
          <li key={row}>{rich(step)}</li>
        ))}
      </ol>
    </ScrollArea>
  )
}
