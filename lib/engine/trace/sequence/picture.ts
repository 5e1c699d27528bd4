import type { ExchangeId } from '@/lib/engine/trace/event'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'
import type { Vector } from '@/lib/engine/trace/persistent/vector'
import { inOrder, type Lifeline, type LifelineId } from '@/lib/engine/trace/sequence/lifeline'
import { livesOf, type Stretch } from '@/lib/engine/trace/sequence/lives'
import { barsOf } from '@/lib/engine/trace/sequence/state'
import type { PictureRow, Step } from '@/lib/engine/trace/sequence/step'
import { sequenceAt } from '@/lib/engine/trace/sequence-at'

/** Something under way on a lifeline: from a row to a row, or to the picture's end. Bars of the same lane never overlap. */
export interface Bar {
  readonly line: LifelineId
  readonly lane: number
  readonly exchange: ExchangeId | null
  readonly from: number
  readonly to: number | null
}

/** What is to be drawn: the lifelines side by side, and the part of the rows that can be seen. */
export interface Picture {
  readonly lines: readonly Lifeline[]
  readonly rows: readonly PictureRow[]
  /** Those that reach into the rows; their ends may lie outside. */
  readonly bars: readonly Bar[]
  readonly lives: readonly Stretch[]
}

/** How many steps of other exchanges are looked through after an exchange's end for what it still did. */
const AFTERMATH = 200

/**
 * The whole story before a cursor, rows `first` to before `last`. Costs as much as there are rows in between, once the log
 * was projected.
 */
export function storyPicture(log: Log, cursor: number, first: number, last: number): Picture {
  const { steps, lifelines } = sequenceAt(log, cursor)
  const rows: PictureRow[] = []
  for (let row = Math.max(first, 0); row < Math.min(last, steps.length); row++) {
    const step = steps.at(row)
    if (step) rows.push({ row, step })
  }
  const lines = inOrder(lifelines)
  const begin = rows[0]
  if (!begin) return { lines, rows, bars: [], lives: [] }
  const before = sequenceAt(log, begin.step.seq)
  const underWay = before.open.values().map(({ began }) => began)
  const bars = [...underWay.filter((row) => row < begin.row), ...rows.map(({ row }) => row)].flatMap((row) =>
    barsFrom(steps, row, (position) => position),
  )
  return {
    lines,
    rows,
    bars: bars.filter(({ to }) => to === null || to >= begin.row),
    lives: livesOf(lines, rows, before.lifelines),
  }
}

/** One exchange for itself: its own steps, and what ended its server meanwhile. */
export function exchangePicture(log: Log, cursor: number, { id, sent }: ExchangeRecord): Picture {
  const { steps, lifelines } = sequenceAt(log, cursor)
  const began = positionOf(steps, sent.seq, id)
  const server = steps.at(began)?.to?.line
  const until = steps.at(began)?.until ?? steps.length
  const positions: number[] = []
  for (let position = began; position < Math.min(steps.length, until + AFTERMATH); position++) {
    const step = steps.at(position)
    const endsServer = step?.says.type === 'process-exited' && step.from?.line === server && position <= until
    if (step && (step.exchange === id || endsServer)) positions.push(position)
  }
  const rows = positions.flatMap((position, row) => {
    const step = steps.at(position)
    return step ? [{ row, step }] : []
  })
  const rowOf = (position: number) => Math.max(positions.filter((known) => known <= position).length - 1, 0)
  const present = new Set(rows.flatMap(({ step }) => [step.from?.line, step.to?.line]))
  const lines = inOrder(lifelines).filter((line) => present.has(line.id))
  const alive = lines.reduce((all, line) => all.with(line.id, { ...line, alive: true }), lifelines)
  return {
    lines,
    rows,
    bars: positions.flatMap((position) => barsFrom(steps, position, rowOf)),
    lives: livesOf(lines, rows, alive),
  }
}

/** The row of an exchange's request in the story's picture. */
export function rowOfExchange(log: Log, cursor: number, { id, sent }: ExchangeRecord): number {
  return positionOf(sequenceAt(log, cursor).steps, sent.seq, id)
}

/** The bars that a step begins, but for those that end where they begin. */
function barsFrom(steps: Vector<Step>, position: number, rowOf: (position: number) => number): Bar[] {
  const step = steps.at(position)
  if (!step || step.until === position) return []
  const row = (end: number | null) => (end === null ? null : rowOf(end))
  return barsOf(step).map((end) => ({
    line: end.line,
    lane: end.lane ?? 0,
    exchange: step.exchange,
    from: rowOf(position),
    // What a server was about ends with it, although its visitor hears of that later.
    to: row(end === step.to ? (step.cut ?? step.until) : step.until),
  }))
}

/** Where the request of an exchange is among the steps: they are in the order of their events. */
function positionOf(steps: Vector<Step>, seq: number, exchange: ExchangeId): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps.at(middle)?.seq ?? Number.POSITIVE_INFINITY) < seq) low = middle + 1
    else high = middle
  }
  // A gap before it has the same event.
  return steps.at(low)?.exchange === exchange ? low : low + 1
}
