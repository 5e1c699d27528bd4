import { createRandom, type RandomStream, streamLabel } from '@/lib/engine/random'
import type { ExchangeId, ProcessId, SourcePlace } from '@/lib/engine/trace/event'

/** The process that a context belongs to, as the loop and promises need it. */
export interface Owner {
  readonly id: ProcessId
  readonly alive: boolean
  readonly observer: { flush(context: Context): void }
  /** Runs code in a context, and sees to whatever it throws. */
  enter(context: Context, run: () => void): void
  /** From here on, what runs belongs to `context`. */
  switchTo(context: Context): void
  /** One more promise callback is about to run; `false` when it may not. */
  takeMicrotask(): boolean
  /** Memory is asked for, in bytes. Throws when it is too much. */
  takeMemory(bytes: number): void
  /** So many files were written or removed. Throws when it is too much. */
  takeDiskChanges(count: number): void
  /** The power fails: the process ends where it stands. */
  crash(): void
  uncaught(error: unknown, kind: 'uncaught-error' | 'unhandled-rejection'): void
}

/**
 * On whose behalf code runs: a process, and the exchange it serves (none while it starts). Every callback keeps
 * the context in which it was arranged, so lines, output and randomness can be attributed.
 */
export class Context {
  readonly process: Owner
  readonly exchange: ExchangeId | null
  /** The student's line that ran last on this exchange's behalf. */
  lastPlace: SourcePlace | null = null
  readonly #label: string
  readonly #seed: string
  #math: RandomStream | null = null
  #crypto: RandomStream | null = null

  constructor(process: Owner, exchange: ExchangeId | null, label: string, seed: string) {
    this.process = process
    this.exchange = exchange
    this.#label = label
    this.#seed = seed
  }

  /** The same exchange, served by another process. */
  onBehalfOf(process: Owner): Context {
    return new Context(process, this.exchange, this.#label, this.#seed)
  }

  /** What `Math.random()` gives. The seed `constant-random` makes it constant: a law of the checker needs that. */
  random(): number {
    if (this.#seed === CONSTANT_RANDOM) return 0.5
    this.#math ??= createRandom(streamLabel(this.#seed, this.process.id, this.#label, 'math'))
    return this.#math.next()
  }

  randomBytes(length: number): Uint8Array {
    this.#crypto ??= createRandom(streamLabel(this.#seed, this.process.id, this.#label, 'crypto'))
    return this.#crypto.bytes(length)
  }
}

/** Seed under which `Math.random()` always gives 0.5 while `crypto` stays random. */
export const CONSTANT_RANDOM = 'constant-random'
