'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, useProjection } from '@/components/shared/context'
import { clockProjection } from '@/lib/engine/trace/clock-at'
import type { Picture } from '@/lib/engine/trace/sequence/picture'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { arrowOf, gridOf, HEAD, labelPlace, ROW } from './geometry'
import { LifelineHeads } from './lifeline-heads'
import { LinesAndBars } from './lines-and-bars'
import { useLabel } from './step-label'
import { StepMark } from './step-mark'
import { StepRow } from './step-row'
import { sessionOfStep } from './step-session'
import { timeText } from './time-text'
import { useLineName, useWords } from './use-words'

interface SequenceCanvasProps {
  readonly picture: Picture
  /** How many rows there are; the picture may have some of them only. */
  readonly count: number
  /** The row and the time before the picture’s first, as far as they matter. */
  readonly first: number
  readonly before: number | null
  /** How wide it may be, in pixels. */
  readonly room: number
  /** The exchange that is looked at. */
  readonly chosen: number | null
}

/** A sequence picture: lines and arrows as an image, the steps’ labels over it as a list that is read out in sentences. */
export function SequenceCanvas({ picture, count, first, before, room, chosen }: SequenceCanvasProps) {
  const t = useTranslations('sequence.picture')
  const ids = useProjection(sessionIdsProjection)
  const { epoch } = useProjection(clockProjection)
  const pointed = usePlayground((state) => state.session)
  const labelOf = useLabel()
  const { plain } = useWords(picture.lines)
  const lineName = useLineName()
  const { lines, rows } = picture
  const grid = gridOf(lines, room)
  const server = lines.find(({ kind }) => kind === 'server')
  const last = first + rows.length
  return (
    <div className="sequence" style={{ height: HEAD + count * ROW, width: grid.width }}>
      <LifelineHeads lines={lines} grid={grid} />
      <svg
        role="img"
        aria-label={t('about', { lines: lines.length, names: lines.map(lineName).join(', ') })}
        width={grid.width}
        height={rows.length * ROW}
        style={{ top: HEAD + first * ROW }}
      >
        {rows.map(({ row, step }) =>
          chosen !== null && step.exchange === chosen ? (
            <rect key={row} x={0} y={(row - first) * ROW} width={grid.width} height={ROW} className="sequence-chosen" />
          ) : null,
        )}
        <LinesAndBars picture={picture} grid={grid} first={first} last={last} chosen={chosen} />
        {rows.map((row) => {
          const session = sessionOfStep(row.step, ids)
          return (
            <StepMark
              key={row.row}
              row={row}
              grid={grid}
              first={first}
              server={server}
              session={session}
              lit={session !== null && session.id === pointed}
            />
          )
        })}
      </svg>
      <ol aria-label={t('steps')}>
        {rows.map(({ row, step }, index) => (
          <StepRow
            key={row}
            step={step}
            label={labelOf(step)}
            words={plain(step)}
            time={timeText(step.at, index === 0 ? before : (rows[index - 1]?.step.at ?? null), epoch)}
            top={HEAD + row * ROW}
            place={labelPlace(step, grid, arrowOf(step, grid, server))}
            position={row + 1}
            count={count}
            chosen={chosen !== null && step.exchange === chosen}
          />
        ))}
      </ol>
    </div>
  )
}
