import type { Event } from '@/lib/engine/trace/event'
import { History } from '@/lib/engine/trace/history'

/** How many bytes of request and response bodies a log keeps by default: 64 MiB. */
export const PAYLOAD_BOUND = 64 * 1024 * 1024

/**
 * What happened, in order: an append-only list of events, as a value. `append` gives a new log that shares everything
 * with the old one, so that a store can compare by identity; the old one keeps its length.
 *
 * Only the bodies of the oldest events may go, in all logs that share them, when they are more than the bound. Such an
 * event says `dropped`.
 */
export class Log {
  /** How many events there are; also the cursor of the present. */
  readonly length: number
  /** The same object for all logs that grew from one another: what caches may be keyed by. */
  readonly history: History

  constructor(history: History) {
    this.history = history
    this.length = history.length
  }

  /** The event at a position; `undefined` when there is none. */
  event(seq: number): Event | undefined {
    return seq < this.length ? this.history.event(seq) : undefined
  }

  /**
   * The log with more events at its end: amortised O(1) an event. Appending to a log that was appended to before copies
   * it first: both ways on stay apart.
   *
   * @throws RangeError when the events are not numbered on from the log's length: a bug of whoever recorded them
   */
  append(events: readonly Event[]): Log {
    if (events.length === 0) return this
    const history = this.history.length === this.length ? this.history : this.history.firstOnes(this.length)
    history.append(events)
    return new Log(history)
  }

  /** Events from position `from` to before `to`. */
  *events(from = 0, to = this.length): Generator<Event> {
    for (let seq = Math.max(from, 0); seq < Math.min(to, this.length); seq++) {
      const event = this.history.event(seq)
      if (event) yield event
    }
  }
}

/** A log in which nothing happened yet. `payloadBound` in bytes of bodies. */
export function emptyLog(payloadBound: number = PAYLOAD_BOUND): Log {
  return new Log(new History(payloadBound))
}
