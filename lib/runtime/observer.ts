import type { FaultKind, ProcessId, SourcePlace, StoreRef } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import type { RunBudget } from '@/lib/runtime/budget'
import type { Context } from '@/lib/runtime/context'
import { LineRecorder } from '@/lib/runtime/instrument/line-recorder'
import { WatchedVariable } from '@/lib/runtime/watched-variable'

/** Characters of one write to the console that are kept. */
const LONGEST_WRITE = 10_000

/** The process under observation. */
export interface Observed {
  readonly id: ProcessId
  readonly alive: boolean
  readonly context: Context
  report(fault: FaultKind, message: string, context: Context, place: SourcePlace | null): void
}

/** Sees what a process does: lines, output, rows of watched variables. Writes it into the log under the right exchange. */
export class Observer {
  readonly lines = new LineRecorder()
  readonly #process: Observed
  readonly #recorder: Recorder
  readonly #budget: RunBudget
  readonly #isProxy: (value: object) => boolean
  readonly #watched: WatchedVariable[] = []

  constructor(process: Observed, recorder: Recorder, budget: RunBudget, isProxy: (value: object) => boolean) {
    this.#process = process
    this.#recorder = recorder
    this.#budget = budget
    this.#isProxy = isProxy
  }

  /** The student's line that runs now, or ran last; `null` before the first. */
  placeNow(): SourcePlace | null {
    return this.lines.place()
  }

  /** From here on, rows of this variable are part of the log. */
  watch(name: string, read: () => unknown): void {
    const store: StoreRef = { kind: 'variable', name }
    this.#watched.push(new WatchedVariable(store, read, this.#isProxy))
  }

  /** Output of the program. */
  write(stream: 'stdout' | 'stderr', text: string): void {
    if (!this.#process.alive) return
    const verdict = this.#budget.takeConsoleLine()
    if (verdict === 'drop') return
    const { context, id } = this.#process
    const place = this.placeNow()
    if (verdict === 'last') {
      this.#process.report(
        'too-much-output',
        'more output than is kept; the rest of this action is left out',
        context,
        place,
      )
      return
    }
    const shown = text.length > LONGEST_WRITE ? `${text.slice(0, LONGEST_WRITE)}… (${text.length} characters)\n` : text
    this.#recorder.emit({
      type: 'console',
      process: id,
      exchange: context.exchange,
      stream,
      text: shown,
      ...(place ? { place } : {}),
    })
  }

  /** Writes down what ran since the last time, on behalf of `context`. */
  flush(context: Context): void {
    const ran = this.lines.collect()
    if (ran.length === 0) return
    const { id: process } = this.#process
    const { exchange } = context
    context.lastPlace = this.placeNow()
    for (let i = 0; i < ran.length; i++) {
      const lines = ran[i]
      if (lines) this.#recorder.emit({ type: 'lines-ran', process, exchange, ...lines })
    }
    for (let i = 0; i < this.#watched.length; i++) {
      const changes = this.#watched[i]?.changes() ?? []
      for (let k = 0; k < changes.length; k++) {
        const event = changes[k]
        if (!event) continue
        this.#recorder.emit(event.type === 'rows-uncounted' ? { ...event, process } : { ...event, process, exchange })
      }
    }
  }
}
