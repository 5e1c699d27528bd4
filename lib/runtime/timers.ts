import type { Appointment } from '@/lib/engine/clock'
import type { ImmediateTask } from '@/lib/runtime/loop'
import type { Process } from '@/lib/runtime/process'

const LONGEST = 2_147_483_647

// As they were before any program ran, as Node's own timers have them.
const { trunc } = Math
const { apply } = Reflect

type Callback = (...args: unknown[]) => void

/** What setTimeout and setInterval give (Node documentation, `timers`, class Timeout). */
export class Timeout {
  readonly #process: Process
  readonly #delay: number
  readonly #repeat: boolean
  readonly #callback: Callback
  readonly #args: unknown[]
  #appointment: Appointment | null = null

  constructor(process: Process, callback: unknown, delay: unknown, repeat: boolean, args: unknown[]) {
    this.#process = process
    this.#callback = requireFunction(callback)
    const wanted = Number(delay)
    // Node: below 1, above the largest 32-bit integer, or not a number counts as 1 ms.
    this.#delay = wanted >= 1 && wanted <= LONGEST ? trunc(wanted) : 1
    this.#repeat = repeat
    this.#args = args
    this.refresh()
  }

  refresh(): this {
    this.close()
    this.#appointment = this.#process.setTimer(this.#delay, () => {
      const fired = this.#appointment
      if (!fired) return
      this.#appointment = null
      try {
        apply(this.#callback, this, this.#args)
      } finally {
        if (this.#repeat && !this.#closed) this.refresh()
      }
    })
    return this
  }

  #closed = false

  /** The same as clearTimeout. */
  close(): this {
    if (this.#appointment) this.#process.clearTimer(this.#appointment)
    this.#appointment = null
    return this
  }

  cancel(): void {
    this.#closed = true
    this.close()
  }

  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  hasRef(): boolean {
    return true
  }
}

/** What setImmediate gives. */
export class Immediate {
  readonly task: ImmediateTask
  constructor(task: ImmediateTask) {
    this.task = task
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  hasRef(): boolean {
    return true
  }
}

/** The timer functions of a process, as its globals. */
export function timerFunctions(process: Process, immediate: (run: () => void) => ImmediateTask) {
  return {
    setTimeout: (callback: unknown, delay?: unknown, ...args: unknown[]) =>
      new Timeout(process, callback, delay, false, args),
    setInterval: (callback: unknown, delay?: unknown, ...args: unknown[]) =>
      new Timeout(process, callback, delay, true, args),
    clearTimeout: (timer: unknown) => {
      if (timer instanceof Timeout) timer.cancel()
    },
    clearInterval: (timer: unknown) => {
      if (timer instanceof Timeout) timer.cancel()
    },
    setImmediate: (callback: unknown, ...args: unknown[]) => {
      const run = requireFunction(callback)
      return new Immediate(immediate(() => apply(run, undefined, args)))
    },
    clearImmediate: (handle: unknown) => {
      if (handle instanceof Immediate) handle.task.cleared = true
    },
  }
}

/** Node's own complaint when a callback is none. */
export function requireFunction(callback: unknown): Callback {
  if (typeof callback === 'function') return (...args) => apply(callback, undefined, args)
  const shown = callback === undefined ? 'undefined' : `type ${typeof callback}`
  throw Object.assign(new TypeError(`The "callback" argument must be of type function. Received ${shown}`), {
    code: 'ERR_INVALID_ARG_TYPE',
  })
}
