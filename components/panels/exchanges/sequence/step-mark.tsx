import type { Lifeline } from '@/lib/engine/trace/sequence/lifeline'
import type { PictureRow, Says } from '@/lib/engine/trace/sequence/step'
import type { SessionId } from '@/lib/engine/trace/session-ids-at'
import { ARROW, type Arrow, arrowOf, DOT, type Grid, ROW } from './geometry'

interface StepMarkProps {
  readonly row: PictureRow
  readonly grid: Grid
  readonly first: number
  /** Where requests go that reach nobody. */
  readonly server: Lifeline | undefined
  readonly session: SessionId | null
  readonly lit: boolean
}

/** What is drawn for a step: the arrow of a message, the dot of somebody’s own doing, or time that goes by. */
export function StepMark({ row: { row, step }, grid, first, server, session, lit }: StepMarkProps) {
  const top = (row - first) * ROW
  if (step.says.type === 'gap') return <Gap top={top} width={grid.width} />
  const arrow = arrowOf(step, grid, server)
  const x = grid.x((step.from ?? step.to)?.line)
  return (
    <g
      className="sequence-step"
      data-says={step.says.type}
      data-bad={isBad(step.says) || undefined}
      data-colour={session?.colour}
      data-lit={lit || undefined}
    >
      {arrow && <ArrowMark arrow={arrow} y={top + ARROW} answered={isAnswered(step.says)} />}
      {!arrow && x !== null && !isEnd(step.says) && <circle cx={x} cy={top + DOT} r={4} className="sequence-dot" />}
    </g>
  )
}

function ArrowMark({ arrow: { from, to, lost }, y, answered }: { arrow: Arrow; y: number; answered: boolean }) {
  const back = to > from ? -1 : 1
  return (
    <>
      <line x1={from} x2={to} y1={y} y2={y} className="sequence-arrow" />
      <path d={`M${to} ${y}l${7 * back} -4v8z`} className="sequence-tip" />
      {answered && (
        <path d={`M${from - 7 * back} ${y - 4}l${7 * back} 4l${-7 * back} 4`} className="sequence-open-tip" />
      )}
      {lost && <path d={`M${to + 3 - back * 6} ${y - 5}l-10 10m0 -10l10 10`} className="sequence-end" />}
    </>
  )
}

/** Lifelines are cut where time goes by. */
function Gap({ top, width }: { top: number; width: number }) {
  return (
    <>
      <rect x={0} y={top + 4} width={width} height={ROW - 8} className="sequence-gap" />
      <path d={`M0 ${top + 4}h${width}M0 ${top + ROW - 4}h${width}`} className="sequence-gap-edge" />
    </>
  )
}

/** Its mark is the end of the lifeline. */
function isEnd(says: Says): boolean {
  return says.type === 'process-exited' || says.type === 'visitor-closed' || (says.type === 'redis-state' && !says.up)
}

function isBad(says: Says): boolean {
  switch (says.type) {
    case 'failure':
    case 'fault':
      return true
    case 'request':
      return says.failure !== null
    case 'store-call':
      return says.answer?.outcome === 'failed'
    case 'store-answer':
      return says.answer.outcome === 'failed'
    case 'redis':
      return says.failed
    case 'file':
      return says.change === 'torn'
    case 'process-exited':
      return says.cause === 'crash' || says.cause === 'fault'
    default:
      return false
  }
}

/** Asked and answered in one row. */
function isAnswered(says: Says): boolean {
  return (says.type === 'store-call' && says.answer !== null) || says.type === 'redis'
}
