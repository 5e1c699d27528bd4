import type { Event } from '@/lib/engine/trace/event'
import type { History } from '@/lib/engine/trace/history'
import type { Log } from '@/lib/engine/trace/log'
import { ProjectionCache } from '@/lib/engine/trace/projection-cache'

/**
 * A state that follows from the log alone. A reducer is pure, never changes the state it gets, never throws, and does not
 * look into bodies but for their size, as the log may drop them (see `payload.ts`).
 */
export class Projection<State> {
  readonly initial: State
  readonly reduce: (state: State, event: Event) => State
  readonly #caches = new WeakMap<History, ProjectionCache<State>>()

  constructor(initial: State, reduce: (state: State, event: Event) => State) {
    this.initial = initial
    this.reduce = reduce
  }

  /**
   * The state after the events before `cursor`: 0 is the beginning, the log's length the present; beyond is the nearest
   * of both. Costs a few hundred reductions at most once the log was projected, one when the cursor moves on by one, and
   * none when asked again: then it is the same object, as are all its parts that no event changed.
   */
  at(log: Log, cursor: number): State {
    let cache = this.#caches.get(log.history)
    if (!cache) {
      cache = new ProjectionCache(this.initial, this.reduce)
      this.#caches.set(log.history, cache)
    }
    return cache.at(Math.min(Math.max(Math.trunc(cursor), 0), log.length), (seq) => log.event(seq))
  }
}
