/** Something that will happen at a moment of virtual time, unless it is cancelled. */
export interface Appointment {
  readonly due: number
  cancel(): void
}

interface Entry extends Appointment {
  readonly order: number
  readonly run: () => void
  cancelled: boolean
}

/**
 * The world's clock and its agenda. Time never moves by itself: whoever runs the world calls
 * `moveTo`. What is due at the same moment comes in the order in which it was arranged.
 */
export class Clock {
  #now: number
  #order = 0
  #live = 0
  /** A binary heap by (due, order). Cancelled entries stay until they reach the top. */
  readonly #heap: Entry[] = []

  constructor(now: number) {
    this.#now = now
  }

  /** Milliseconds since the Unix epoch. */
  get now(): number {
    return this.#now
  }

  /** How many appointments stand. */
  get pending(): number {
    return this.#live
  }

  /** Arranges `run` for a moment; one in the past is due at once. */
  at(due: number, run: () => void): Appointment {
    const entry: Entry = {
      due: due > this.#now ? due : this.#now,
      order: this.#order++,
      run,
      cancelled: false,
      cancel: () => {
        if (entry.cancelled) return
        entry.cancelled = true
        this.#live--
      },
    }
    this.#live++
    this.#push(entry)
    return entry
  }

  /** When the next appointment is due; `null` when there is none. */
  nextDue(): number | null {
    this.#dropCancelled()
    return this.#heap[0]?.due ?? null
  }

  /** Moves time to `moment` and takes out everything due by then, in order. Time never goes back. */
  moveTo(moment: number): (() => void)[] {
    if (moment > this.#now) this.#now = moment
    const due: (() => void)[] = []
    for (;;) {
      this.#dropCancelled()
      const top = this.#heap[0]
      if (!top || top.due > this.#now) return due
      this.#pop()
      top.cancelled = true
      this.#live--
      due[due.length] = top.run
    }
  }

  #dropCancelled(): void {
    while (this.#heap[0]?.cancelled) this.#pop()
  }

  #push(entry: Entry): void {
    const heap = this.#heap
    let index = heap.length
    heap[index] = entry
    while (index > 0) {
      const up = (index - 1) >> 1
      const parent = heap[up]
      if (!parent || !before(entry, parent)) break
      heap[index] = parent
      index = up
    }
    heap[index] = entry
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap[heap.length - 1]
    if (!last) return
    heap.length--
    if (heap.length === 0) return
    let index = 0
    for (;;) {
      let down = 2 * index + 1
      const left = heap[down]
      if (!left) break
      let child = left
      const right = heap[down + 1]
      if (right && before(right, left)) {
        child = right
        down++
      }
      if (!before(child, last)) break
      heap[index] = child
      index = down
    }
    heap[index] = last
  }
}

/** The first of some moments; `null` stands for never. */
export function earliest(moments: readonly (number | null)[]): number | null {
  let first: number | null = null
  for (const moment of moments) if (moment !== null && (first === null || moment < first)) first = moment
  return first
}

function before(a: Entry, b: Entry): boolean {
  return a.due < b.due || (a.due === b.due && a.order < b.order)
}
