import type { Clock } from '@/lib/engine/clock'
import type { Event, EventBody } from '@/lib/engine/trace/event'

/** Writes the log of one world: numbers and dates each event, and hands it on. */
export class Recorder {
  #seq = 0
  readonly #clock: Clock
  readonly #sink: (event: Event) => void
  /** Index in the story of the action that is under way. */
  action: number | null = null

  constructor(clock: Clock, sink: (event: Event) => void) {
    this.#clock = clock
    this.#sink = sink
  }

  emit(body: EventBody): void {
    this.#sink({ ...body, seq: this.#seq++, at: this.#clock.now, action: this.action })
  }
}
