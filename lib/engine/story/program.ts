import type { Balancing } from '@/lib/engine/story/action'

/** The files that the student edits, by path relative to the program's folder (`server.js`, `views/user.html`). */
export interface Program {
  readonly files: Readonly<Record<string, string>>
  /** The file that `node` would be started with. */
  readonly entry: string
}

/** Everything besides program and story that determines a world. The same three give the same log. */
export interface WorldOptions {
  readonly seed: string
  /** The moment the world begins, in milliseconds since the Unix epoch. */
  readonly epoch: number
  /** Names of top-level variables of the entry file that are shown in the session table. */
  readonly watch: readonly string[]
  /** How many servers run the program from the start; default 1. */
  readonly servers?: number
  /** Default `round-robin`. */
  readonly balancing?: Balancing
  /** How much a program may do before it is stopped; see `lib/runtime/limits.ts` for the defaults. */
  readonly limits?: Partial<Limits>
}

/** Bounds on one action, counted and not timed, so that they are met at the same place every time. */
export interface Limits {
  /** Loop back-edges and function calls of the student's code. */
  readonly steps: number
  /** Callbacks dispatched: timers, immediates, ticks, deliveries. */
  readonly callbacks: number
  /** Bytes of one response, head and body. */
  readonly responseBytes: number
  /** Bytes that the program asks for in large pieces (arrays, buffers, strings). */
  readonly allocatedBytes: number
  /** Lines written to the console. */
  readonly consoleLines: number
  /** Files written or removed, each time counted. */
  readonly diskChanges: number
}
