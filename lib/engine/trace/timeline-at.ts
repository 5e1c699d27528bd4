import type { Event } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { Vector } from '@/lib/engine/trace/persistent/vector'
import { Projection } from '@/lib/engine/trace/projection'

/** `main`: what the story is about. `detail`: how it came about. */
export type TimelineLevel = 'main' | 'detail'

/** An event that a person may care about; `seq` is its position in the log. */
export interface TimelineEntry {
  readonly seq: number
  readonly level: TimelineLevel
}

export type Timeline = Vector<TimelineEntry>

/** How much an event matters to a person; `null`: it is bookkeeping that other panels show better. */
export function timelineLevel(event: Event): TimelineLevel | null {
  switch (event.type) {
    case 'action-started':
    case 'process-started':
    case 'process-exited':
    case 'visitor-opened':
    case 'visitor-closed':
    case 'request-sent':
    case 'response-head':
    case 'exchange-failed':
    case 'script-read-cookies':
    case 'row-set':
    case 'row-removed':
    case 'fault':
    case 'balancing':
    case 'file-removed':
    case 'redis-state':
      return 'main'
    case 'world-started':
    case 'listening':
    case 'listening-ended':
    case 'response-data':
    case 'response-ended':
    case 'page-shown':
    case 'console':
    case 'store-call':
    case 'store-answer':
    case 'redis-key-set':
      return 'detail'
    case 'file-written':
      // A file that a program has only just opened, and emptied: what matters is what it writes next.
      return event.size === 0 && event.process !== null ? 'detail' : 'main'
    case 'redis-command':
      return event.process === null || event.failed ? 'main' : 'detail'
    case 'redis-key-removed':
      return event.cause === 'expired' ? 'main' : 'detail'
    case 'session':
      return event.decision.step === 'load' || event.decision.step === 'generate' ? 'main' : 'detail'
    case 'action-ended':
      return event.outcome === 'done' ? null : 'main'
    case 'clock-moved':
      return event.cause === 'advance' ? 'main' : 'detail'
    case 'cookie':
      return event.decision.kind === 'sent' || event.decision.kind === 'withheld' ? 'detail' : 'main'
    case 'lines-ran':
    case 'rows-uncounted':
      return null
    default:
      return event satisfies never
  }
}

function reduce(timeline: Timeline, event: Event): Timeline {
  const level = timelineLevel(event)
  return level === null ? timeline : timeline.push({ seq: event.seq, level })
}

export const timelineProjection = new Projection<Timeline>(Vector.empty(), reduce)

/** The events before a cursor that a person may care about, in order. */
export function timelineAt(log: Log, cursor: number): Timeline {
  return timelineProjection.at(log, cursor)
}
