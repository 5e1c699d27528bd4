import { earliest } from '@/lib/engine/clock'
import type { SessionDecision, StoreMethod } from '@/lib/engine/sessions/decision'
import { startOf } from '@/lib/engine/sessions/intrinsics'
import { ownValue } from '@/lib/engine/sessions/own-value'
import type { EventBody } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import type { Context } from '@/lib/runtime/context'
import { OwnMap } from '@/lib/runtime/isolation/own-collections'
import { MemoryRows } from '@/lib/runtime/memory-rows'
import type { Observed } from '@/lib/runtime/observer'
import type { SessionWitness, StoreCall } from '@/lib/runtime/realm/env'

/** Characters of an id, or of an error's message, that are kept. */
const LONGEST = 1_000

/** The process, as far as this needs it. */
export interface SessionProcess extends Observed {
  switchTo(context: Context): void
}

export interface SessionObserverParts {
  readonly recorder: Recorder
  readonly isProxy: (value: object) => boolean
  /** Numbers the calls of stores in a world. */
  readonly nextCall: () => number
  /** Runs code of the runtime over built-ins as they were. */
  readonly engine: <T>(run: () => T) => T
}

/** Writes down what express-session decides and asks in one process, under the exchange that it is about. */
export class SessionObserver implements SessionWitness {
  readonly #process: SessionProcess
  readonly #parts: SessionObserverParts
  readonly #memory = new OwnMap<object, MemoryRows>()

  constructor(process: SessionProcess, parts: SessionObserverParts) {
    this.#process = process
    this.#parts = parts
  }

  readonly decided = (decision: SessionDecision): void => {
    this.#emit({ type: 'session', decision: bounded(decision) })
  }

  readonly asked = (made: StoreCall): ((args: readonly unknown[], run: () => unknown) => unknown) => {
    const call = this.#parts.nextCall()
    const asker = this.#process.context
    this.#emit({ type: 'store-call', call, ...made, id: cut(made.id) })
    let answers = 0
    return (args, run) => {
      if (answers++ === 0) this.#answered(call, made.method, args, asker)
      return this.#onBehalfOf(asker, run)
    }
  }

  readonly memoryStore = (store: object, name: string): void => {
    if (this.#memory.has(store)) return
    const rows = new MemoryRows({ kind: 'memory', name: this.#freeName(name) }, store, this.#parts.isProxy)
    this.#memory.set(store, rows)
    this.#emitRows(rows, null)
  }

  readonly memoryStoreChanged = (store: object, key: string | null): void => {
    const rows = this.#memory.get(store)
    if (rows) this.#emitRows(rows, key)
  }

  readonly peek = (object: unknown, key: string): unknown => ownValue(object, key, this.#parts.isProxy)

  readonly errorText = (error: unknown): string => {
    const message = typeof error === 'string' ? error : this.peek(error, 'message')
    return typeof message === 'string' ? cut(message) : ''
  }

  /** The next moment after `now` at which a row in memory expires; `null` when none will. */
  nextExpiry(now: number): number | null {
    return earliest([...this.#memory.values()].map((rows) => rows.nextExpiry(now)))
  }

  #answered(call: number, method: StoreMethod, args: readonly unknown[], asker: Context): void {
    const [error, found] = args
    const missing = method === 'get' && (error ? this.peek(error, 'code') === 'ENOENT' : !found)
    const { exchange } = asker
    if (missing) this.#emit({ type: 'store-answer', call, outcome: 'missing' }, exchange)
    else if (error) {
      this.#emit({ type: 'store-answer', call, outcome: 'failed', error: this.errorText(error) }, exchange)
    } else this.#emit({ type: 'store-answer', call, outcome: method === 'get' ? 'found' : 'done' }, exchange)
  }

  /** What follows from a store's answer belongs to whoever asked, also where several share one connection to it. */
  #onBehalfOf(context: Context, run: () => unknown): unknown {
    const before = this.#process.context
    this.#process.switchTo(context)
    // What is thrown is thrown on behalf of the asker: nothing goes back then.
    const result = run()
    this.#process.switchTo(before)
    return result
  }

  #emitRows(rows: MemoryRows, key: string | null): void {
    if (!this.#process.alive) return
    const { context, id: process } = this.#process
    this.#parts.engine(() => {
      for (const change of rows.changes(key)) {
        this.#parts.recorder.emit({ ...change, process, exchange: context.exchange })
      }
    })
  }

  #emit(body: SessionEventBody, exchange = this.#process.context.exchange): void {
    if (!this.#process.alive) return
    this.#parts.recorder.emit({ ...body, process: this.#process.id, exchange })
  }

  #freeName(name: string): string {
    const taken = [...this.#memory.values()].map(({ store }) => store.name)
    let free = name
    for (let count = 2; taken.includes(free); count++) free = `${name} (${count})`
    return free
  }
}

type WholeEventBody = Extract<EventBody, { type: 'session' | 'store-call' | 'store-answer' }>
type SessionEventBody = WholeEventBody extends infer E
  ? E extends WholeEventBody
    ? Omit<E, 'process' | 'exchange'>
    : never
  : never

function cut(text: string): string {
  return text.length > LONGEST ? startOf(text, LONGEST) : text
}

/** With an id of bearable length: `genid` may give any. */
function bounded(decision: SessionDecision): SessionDecision {
  if (decision.step === 'load') return decision
  return decision.id === null || decision.id.length <= LONGEST ? decision : { ...decision, id: cut(decision.id) }
}
