import type { SourcePlace } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import type { RunBudget } from '@/lib/runtime/budget'
import type { Context } from '@/lib/runtime/context'
import type { Process } from '@/lib/runtime/process'

/** Sees what a process does: lines, output, rows of watched variables. Writes it into the log under the right exchange. */
export class Observer {
  readonly #process: Process
  readonly #recorder: Recorder
  readonly #budget: RunBudget

  constructor(process: Process, recorder: Recorder, budget: RunBudget) {
    this.#process = process
    this.#recorder = recorder
    this.#budget = budget
  }

  /** The student's line that runs now, or ran last; `null` before the first. */
  placeNow(): SourcePlace | null {
    return null
  }

  /** Output of the program. */
  write(stream: 'stdout' | 'stderr', text: string): void {
    const verdict = this.#budget.takeConsoleLine()
    const { exchange } = this.#process.context
    if (verdict === 'drop') return
    if (verdict === 'last') {
      this.#process.report('too-much-output', 'more output than fits; the rest is left out', this.#process.context, this.placeNow())
      return
    }
    const place = this.placeNow()
    this.#recorder.emit({
      type: 'console',
      process: this.#process.id,
      exchange,
      stream,
      text: text.length > 10_000 ? `${text.slice(0, 10_000)}…` : text,
      ...(place ? { place } : {}),
    })
  }

  /** Writes down what ran since the last time, on behalf of `context`. */
  flush(_context: Context): void {}
}
