'use client'

import type { ExchangeId } from '@/lib/engine/trace/event'
import type { ExchangeRecord, Exchanges } from '@/lib/engine/trace/exchanges-at'
import { type DetailView, ExchangeDetail } from './exchange-detail'
import { ExchangeList } from './exchange-list'
import { StorySequence } from './sequence/story-sequence'
import { StoryWords } from './sequence/story-words'

export type { DetailView }

export type ExchangesView = 'list' | 'picture' | 'words'

interface ExchangeViewsProps {
  readonly exchanges: Exchanges
  readonly view: ExchangesView
  /** The exchange that is opened beside the view. */
  readonly open: ExchangeRecord | null
  /** Whether that is just the newest: then it is the same place where another one comes after it. */
  readonly follows: boolean
  readonly detail: DetailView
  readonly onChoose: (exchange: ExchangeId) => void
  readonly onDetail: (view: DetailView) => void
  readonly onClose: () => void
}

/** The exchanges as the view wants them, and the opened one. */
export function ExchangeViews({
  exchanges,
  view,
  open,
  follows,
  detail,
  onChoose,
  onDetail,
  onClose,
}: ExchangeViewsProps) {
  return (
    <div className={`exchanges ${open === null ? '' : 'exchanges-open'}`}>
      {view === 'list' && <ExchangeList exchanges={exchanges} chosen={open?.id ?? null} onChoose={onChoose} />}
      {view === 'picture' && (
        <div className="sequence-box">
          <StorySequence />
        </div>
      )}
      {view === 'words' && (
        <div className="sequence-box">
          <StoryWords />
        </div>
      )}
      {open !== null && (
        <ExchangeDetail
          key={follows ? 'newest' : open.id}
          record={open}
          view={detail}
          onView={onDetail}
          onClose={onClose}
        />
      )}
    </div>
  )
}
