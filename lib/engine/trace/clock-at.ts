import type { Event } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { Projection } from '@/lib/engine/trace/projection'

/** The world's clock, in milliseconds since the Unix epoch. */
export interface ClockReading {
  /** When the world began. */
  readonly epoch: number
  readonly now: number
}

function reduce(clock: ClockReading, event: Event): ClockReading {
  if (event.type === 'world-started') return { epoch: event.epoch, now: event.at }
  return event.at === clock.now ? clock : { ...clock, now: event.at }
}

export const clockProjection = new Projection<ClockReading>({ epoch: 0, now: 0 }, reduce)

/** What time it is in the world at a cursor: that of the last event. */
export function clockAt(log: Log, cursor: number): ClockReading {
  return clockProjection.at(log, cursor)
}
