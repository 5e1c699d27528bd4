import type { Event } from '@/lib/engine/trace/event'

/** How many events lie between two checkpoints: the most that a step to anywhere has to reduce. */
export const STRIDE = 256

/** How many results are kept besides. Panels ask for the same few cursors again and again, and for the next one. */
const RECENT = 8

interface Result<State> {
  readonly cursor: number
  readonly state: State
}

/** The states of one projection over one history of events, as far as they were asked for. */
export class ProjectionCache<State> {
  readonly #reduce: (state: State, event: Event) => State
  /** At index `i` the state at cursor `i * STRIDE`, without gaps. */
  readonly #checkpoints: State[]
  /** Latest first. */
  #recent: readonly Result<State>[] = []

  constructor(initial: State, reduce: (state: State, event: Event) => State) {
    this.#checkpoints = [initial]
    this.#reduce = reduce
  }

  /**
   * The state after the events before `cursor`, from the nearest state before it. Asked again, it is the same object.
   * @param cursor a whole number within the history
   */
  at(cursor: number, eventAt: (seq: number) => Event | undefined): State {
    const known = this.#recent.find((result) => result.cursor === cursor)
    if (known) return known.state
    const base = this.#nearest(cursor)
    let { state } = base
    for (let seq = base.cursor; seq < cursor; seq++) {
      const event = eventAt(seq)
      if (event) state = this.#reduce(state, event)
      const reached = seq + 1
      if (reached === this.#checkpoints.length * STRIDE) this.#checkpoints.push(state)
    }
    this.#recent = [{ cursor, state }, ...this.#recent.slice(0, RECENT - 1)]
    return state
  }

  #nearest(cursor: number): Result<State> {
    const index = Math.min(Math.floor(cursor / STRIDE), this.#checkpoints.length - 1)
    const state = this.#checkpoints[index]
    if (state === undefined) throw new RangeError(`no state before cursor ${cursor}`)
    let nearest: Result<State> = { cursor: index * STRIDE, state }
    for (const result of this.#recent) {
      if (result.cursor <= cursor && result.cursor > nearest.cursor) nearest = result
    }
    return nearest
  }
}
