'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import type { Step } from '@/lib/engine/trace/sequence/step'
import { type LabelPlace, ROW } from './geometry'
import type { Label } from './step-label'

interface StepRowProps {
  readonly step: Step
  readonly label: Label
  /** The step in sentences. */
  readonly words: string
  /** The time, where it is another than in the row before. */
  readonly time: string | null
  readonly top: number
  readonly place: LabelPlace
  readonly position: number
  readonly count: number
  readonly chosen: boolean
}

/** A step’s label. Choosing it opens its exchange; without one, the panels show the world as it was then. */
export function StepRow({ step, label, words, time, top, place, position, count, chosen }: StepRowProps) {
  const t = useTranslations('playground')
  const { selectExchange, setCursor } = usePlaygroundActions()
  const isHere = usePlayground((state) => state.cursor === step.seq + 1)
  const { exchange } = step
  const isGap = step.says.type === 'gap'
  return (
    <li
      className="sequence-row"
      style={{ top, height: ROW }}
      aria-posinset={position}
      aria-setsize={count}
      data-gap={isGap || undefined}
      data-tone={label.tone}
      data-side={place.side}
    >
      {time !== null && <span className="sequence-time">{time}</span>}
      {!isGap && <span aria-hidden="true" className="min-w-0 shrink" style={{ width: place.distance }} />}
      <span className="sequence-label" data-chosen={chosen || undefined}>
        <button
          type="button"
          aria-label={words}
          aria-current={chosen || isHere ? 'true' : undefined}
          title={exchange === null ? t('timeline.goToHint') : t('exchange.open', { exchange })}
          onClick={() => (exchange === null ? setCursor(isHere ? null : step.seq + 1) : selectExchange(exchange))}
        >
          {label.text}
        </button>
        {label.marks}
        {label.rest && <span className="truncate">{label.rest}</span>}
      </span>
    </li>
  )
}
