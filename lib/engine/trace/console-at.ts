import type { Event, EventOf } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { Vector } from '@/lib/engine/trace/persistent/vector'
import { Projection } from '@/lib/engine/trace/projection'

export type ConsoleLines = Vector<EventOf<'console'>>

function reduce(lines: ConsoleLines, event: Event): ConsoleLines {
  return event.type === 'console' ? lines.push(event) : lines
}

export const consoleProjection = new Projection<ConsoleLines>(Vector.empty(), reduce)

/** What the programs wrote so far, in order, of all processes. */
export function consoleAt(log: Log, cursor: number): ConsoleLines {
  return consoleProjection.at(log, cursor)
}
