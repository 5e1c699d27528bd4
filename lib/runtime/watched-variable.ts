import { ROW_BOUNDS } from '@/lib/engine/sessions/bounds'
import { diffRows } from '@/lib/engine/sessions/diff-rows'
import { NO_ROWS, type Rows } from '@/lib/engine/sessions/row'
import { rowsOf } from '@/lib/engine/sessions/rows'
import type { EventBody, StoreRef } from '@/lib/engine/trace/event'

type RowEventBody = Extract<EventBody, { type: 'row-set' | 'row-removed' | 'rows-uncounted' }>
/** A row's event without whose it is: the observer knows. */
export type RowEvent = RowEventBody extends infer E
  ? E extends RowEventBody
    ? Omit<E, 'process' | 'exchange'>
    : never
  : never

/** A variable of the program seen as a store: its entries are rows. */
export class WatchedVariable {
  readonly #store: StoreRef
  readonly #read: () => unknown
  readonly #isProxy: (value: object) => boolean
  #rows: Rows = NO_ROWS

  constructor(store: StoreRef, read: () => unknown, isProxy: (value: object) => boolean) {
    this.#store = store
    this.#read = read
    this.#isProxy = isProxy
  }

  /** What changed since the last call. Runs no code of the student's. */
  changes(): RowEvent[] {
    const before = this.#rows
    const after = rowsOf(this.#value(), ROW_BOUNDS, this.#isProxy, before)
    if (after === before) return []
    this.#rows = after
    const store = this.#store
    const changes = diffRows(before, after)
    const events: RowEvent[] = []
    for (let i = 0; i < changes.length; i++) {
      const change = changes[i]
      if (change) events[events.length] = { ...change, store }
    }
    if (after.uncounted !== before.uncounted) {
      events[events.length] = { type: 'rows-uncounted', store, count: after.uncounted }
    }
    return events
  }

  #value(): unknown {
    try {
      return this.#read()
    } catch {
      // Its declaration has not run yet.
      return undefined
    }
  }
}
