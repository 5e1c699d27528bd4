import { Clock } from '@/lib/engine/clock'
import type { Event, EventBody } from '@/lib/engine/trace/event'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { Recorder } from '@/lib/engine/trace/recorder'

/**
 * A log written by hand, for tests. A number lets so many milliseconds pass; the first event is at 0. An action's start
 * counts the actions on.
 */
export function logOf(...entries: readonly (EventBody | number)[]): Log {
  const clock = new Clock(0)
  const events: Event[] = []
  const recorder = new Recorder(clock, (event) => events.push(event))
  for (const entry of entries) {
    if (typeof entry === 'number') {
      clock.moveTo(clock.now + entry)
      continue
    }
    if (entry.type === 'action-started') recorder.action = (recorder.action ?? -1) + 1
    recorder.emit(entry)
  }
  return emptyLog().append(events)
}

/** A request of alice's to the first process, for tests. */
export function requestSent(exchange: number, redirectOf?: number): EventBody {
  return {
    type: 'request-sent',
    exchange,
    visitor: 'alice',
    url: `http://localhost:9090/${exchange}`,
    request: { method: 'GET', target: `/${exchange}`, headers: [['Host', 'localhost:9090']], body: new Uint8Array(0) },
    via: 'address',
    process: 1,
    ...(redirectOf === undefined ? {} : { redirectOf }),
  }
}
