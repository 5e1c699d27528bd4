import { clockAt } from '@/lib/engine/trace/clock-at'
import { consoleAt } from '@/lib/engine/trace/console-at'
import { exchangesAt } from '@/lib/engine/trace/exchanges-at'
import { faultsAt } from '@/lib/engine/trace/faults-at'
import { jarAt } from '@/lib/engine/trace/jar-at'
import { linesOf } from '@/lib/engine/trace/lines-at'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { storyPicture } from '@/lib/engine/trace/sequence/picture'
import { sequenceAt } from '@/lib/engine/trace/sequence-at'
import { serversAt } from '@/lib/engine/trace/servers-at'
import { sessionDecisionsAt } from '@/lib/engine/trace/session-decisions-at'
import { sessionIdsAt } from '@/lib/engine/trace/session-ids-at'
import { sessionsAt } from '@/lib/engine/trace/sessions-at'
import { signaturesAt } from '@/lib/engine/trace/signatures-at'
import { timelineAt } from '@/lib/engine/trace/timeline-at'
import { visitorsAt } from '@/lib/engine/trace/visitors-at'
import { shopEvents } from './log-events'

const EXCHANGES = 10_000
const CURSORS = 100
/** Rows of the sequence picture that are in sight, with those kept ready at the edges. */
const SEEN = 60
/** About what a frame brings. */
const BATCH = 200

/** Times in milliseconds, memory in bytes of heap. */
export interface LogFigures {
  readonly exchanges: number
  readonly events: number
  /** Appending all, in batches. */
  readonly append: number
  /** The first projection of all of it. */
  readonly first: number
  /** All projections at one of 100 random cursors, the exchanges' list read to its end. */
  readonly step: { readonly median: number; readonly worst: number }
  /** What the log holds, and what its projections add to that. */
  readonly memory: { readonly log: number; readonly projections: number }
}

/** Appends the events of 10,000 exchanges and projects them at 100 random cursors (budget: 16 ms a step). */
export function benchLog(): LogFigures {
  const events = shopEvents(EXCHANGES)
  const start = heap()
  const append = timed(() => appendAll(events))
  const log = append.result
  const withLog = heap()
  const first = timed(() => projectAll(log, log.length))
  const steps = randomCursors(log.length).map((cursor) => timed(() => projectAll(log, cursor)).milliseconds)
  const sorted = steps.toSorted((a, b) => a - b)
  return {
    exchanges: EXCHANGES,
    events: log.length,
    append: append.milliseconds,
    first: first.milliseconds,
    step: { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 },
    memory: { log: withLog - start, projections: heap() - withLog },
  }
}

/** The figures as lines for people. */
export function describeLogFigures(figures: LogFigures): string[] {
  const { exchanges, events, append, first, step, memory } = figures
  return [
    `log of ${exchanges} exchanges, ${events} events: appended in ${append.toFixed(1)} ms`,
    `  projected for the first time in ${first.toFixed(1)} ms`,
    `  projected at ${CURSORS} random cursors: median ${step.median.toFixed(1)} ms, worst ${step.worst.toFixed(1)} ms a step`,
    `  memory: projections ${megabytes(memory.projections)} besides the log's list of events, ${megabytes(memory.log)}`,
  ]
}

function appendAll(events: ReturnType<typeof shopEvents>): Log {
  let log = emptyLog()
  for (let from = 0; from < events.length; from += BATCH) log = log.append(events.slice(from, from + BATCH))
  return log
}

/** What a screen full of panels asks for. */
function projectAll(log: Log, cursor: number): number {
  const exchanges = exchangesAt(log, cursor).values()
  const rows = sessionsAt(log, cursor)
    .tables.values()
    .flatMap((table) => table.rows.values())
  jarAt(log, cursor)
  visitorsAt(log, cursor)
  serversAt(log, cursor)
  clockAt(log, cursor)
  consoleAt(log, cursor)
  faultsAt(log, cursor)
  timelineAt(log, cursor)
  sessionIdsAt(log, cursor)
  sessionDecisionsAt(log, cursor)
  signaturesAt(log, cursor)
  linesOf(log, cursor, exchanges.length)
  const steps = sequenceAt(log, cursor).steps.length
  storyPicture(log, cursor, steps - SEEN, steps)
  return exchanges.length + rows.length
}

/** The same in every run (a linear congruential generator, Numerical Recipes). */
function randomCursors(length: number): number[] {
  let state = 1
  return Array.from({ length: CURSORS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % (length + 1)
  })
}

function timed<T>(run: () => T): { readonly result: T; readonly milliseconds: number } {
  const start = performance.now()
  const result = run()
  return { result, milliseconds: performance.now() - start }
}

/** After a collection: `npm run bench` starts node with `--expose-gc`. */
function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
