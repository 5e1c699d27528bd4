import type { Limits } from '@/lib/engine/story/program'
import type { FaultKind } from '@/lib/engine/trace/event'

/** Thrown when an action's budget is used up. No program may go on after it: its process ends. */
export class BudgetExceeded extends Error {
  readonly fault: FaultKind

  constructor(fault: FaultKind, message: string) {
    super(message)
    this.name = 'BudgetExceeded'
    this.fault = fault
  }
}

/** What is left of one action's limits. Counted, so that the same program meets them at the same place every time. */
export class RunBudget {
  readonly limits: Limits
  #steps = 0
  #callbacks = 0
  #allocated = 0
  #consoleLines = 0
  #diskChanges = 0

  constructor(limits: Limits) {
    this.limits = limits
  }

  /** A new action begins. */
  reset(): void {
    this.#steps = 0
    this.#callbacks = 0
    this.#allocated = 0
    this.#consoleLines = 0
    this.#diskChanges = 0
  }

  /** One more turn of a loop or call of a function. `false`: there were too many. */
  takeStep(): boolean {
    return ++this.#steps <= this.limits.steps
  }

  /** Room for so many bytes is asked for at once. Throws BudgetExceeded. */
  takeMemory(bytes: number): void {
    if (!(bytes > 0)) return
    this.#allocated += bytes
    if (this.#allocated <= this.limits.allocatedBytes) return
    throw new BudgetExceeded('out-of-memory', `more than ${this.limits.allocatedBytes} bytes asked for in one action`)
  }

  /** One more callback is about to run. Throws BudgetExceeded. */
  takeCallback(): void {
    if (++this.#callbacks <= this.limits.callbacks) return
    throw new BudgetExceeded('too-many-callbacks', `more than ${this.limits.callbacks} callbacks in one action`)
  }

  /** Files were written or removed, so many. Throws BudgetExceeded. */
  takeDiskChanges(count: number): void {
    this.#diskChanges += count
    if (this.#diskChanges <= this.limits.diskChanges) return
    throw new BudgetExceeded(
      'too-many-writes',
      `files written or removed more than ${this.limits.diskChanges} times in one action`,
    )
  }

  /** Whether one more line may be printed: `last` is the first one that may not. */
  takeConsoleLine(): 'print' | 'last' | 'drop' {
    this.#consoleLines++
    if (this.#consoleLines <= this.limits.consoleLines) return 'print'
    return this.#consoleLines === this.limits.consoleLines + 1 ? 'last' : 'drop'
  }
}
