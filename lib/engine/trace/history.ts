import type { Event } from '@/lib/engine/trace/event'
import { payloadSize, withoutPayload } from '@/lib/engine/trace/payload'

/** The events that logs share, with their bodies kept within a bound. It only ever grows. */
export class History {
  readonly #bound: number
  readonly #events: Event[] = []
  #payload = 0
  /** Every event before this position has lost its body, if it had one. */
  #oldest = 0

  /** `bound` in bytes of bodies. */
  constructor(bound: number) {
    this.#bound = Math.max(bound, 0)
  }

  get length(): number {
    return this.#events.length
  }

  /** How many bytes of bodies are kept. */
  get payload(): number {
    return this.#payload
  }

  event(seq: number): Event | undefined {
    return this.#events[seq]
  }

  /** @throws RangeError when the events are not numbered on from the length */
  append(events: readonly Event[]): void {
    for (const event of events) {
      if (event.seq !== this.#events.length) {
        throw new RangeError(`event ${event.seq} can't follow ${this.#events.length} others`)
      }
      this.#events.push(event)
      if (event.dropped === undefined) this.#payload += payloadSize(event)
    }
    while (this.#payload > this.#bound) this.#dropOldest()
  }

  /** A history of its own with the first `length` events of this one. */
  firstOnes(length: number): History {
    const copy = new History(this.#bound)
    copy.append(this.#events.slice(0, length))
    return copy
  }

  #dropOldest(): void {
    const event = this.#events[this.#oldest]
    if (event && event.dropped === undefined) {
      this.#payload -= payloadSize(event)
      this.#events[this.#oldest] = withoutPayload(event)
    }
    this.#oldest++
  }
}
