import { Buffer } from 'buffer'
import EventEmitter from 'events'
import { Clock } from '@/lib/engine/clock'
import type { Owner } from '@/lib/runtime/context'
import { lazyPrint, type Print } from '@/lib/runtime/inspect/lazy-print'
import { boundBuffer, boundBuiltins } from '@/lib/runtime/instrument/bounded-builtins'
import {
  type IntrinsicsSnapshot,
  putBack,
  type ReplacedBuiltIn,
  snapshotIntrinsics,
} from '@/lib/runtime/isolation/intrinsics'
import { confine } from '@/lib/runtime/isolation/lockdown'
import { installStacks } from '@/lib/runtime/isolation/node-stacks'
import { replacedNames } from '@/lib/runtime/isolation/replaced-names'
import { watchEngine } from '@/lib/runtime/isolation/untouched'
import { installDate, installRandom } from '@/lib/runtime/isolation/virtual-date'
import type { Loop } from '@/lib/runtime/loop'
import { PROCESS_GLOBALS, type ProcessGlobals } from '@/lib/runtime/process-globals'
import { trackPromises } from '@/lib/runtime/promises'
import { rememberProxies } from '@/lib/runtime/proxies'

/**
 * The JavaScript realm that the processes of a world share. Node's globals appear on its global object as those of
 * the process that runs; `reset` puts built-ins back as they were before any program touched them.
 */
export class Realm {
  readonly loop: Loop
  /** Node's inspect and format. */
  readonly print: Print = lazyPrint((make) => this.late(make))
  /** Whether an object is a Proxy that a program made. */
  readonly isProxy: (value: object) => boolean
  readonly #globals = new WeakMap<Owner, ProcessGlobals>()
  readonly #builtins: IntrinsicsSnapshot
  #clock = new Clock(0)
  readonly #untouched: () => boolean
  /** While the runtime is on its own (`aside`): what the program gets back afterwards, and its names. */
  #aside: { readonly names: readonly string[]; replaced: readonly ReplacedBuiltIn[] } | null = null

  /** Confines the global object: from here on, whoever needs more than a program may have must have taken it before. */
  constructor(loop: Loop) {
    this.loop = loop
    trackPromises(loop)
    this.isProxy = rememberProxies()
    installStacks(Error.prototype)
    installDate(globalThis, () => this.#clock.now)
    installRandom(globalThis, () => loop.current?.random() ?? 0)
    const take = (bytes: number) => loop.current?.process.takeMemory(bytes)
    boundBuiltins(globalThis, take)
    boundBuffer(Buffer, take)
    confine(globalThis)
    this.#install()
    this.#untouched = watchEngine()
    this.#builtins = snapshotIntrinsics(globalThis, { Buffer, EventEmitter })
  }

  /** From here on, `Date` tells the time of this world. */
  followClock(clock: Clock): void {
    this.#clock = clock
  }

  /** Makes a process's globals its own. */
  enter(process: Owner, globals: ProcessGlobals): void {
    this.#globals.set(process, globals)
  }

  /**
   * Puts built-ins and the global object back as they were before any program. Gives the paths of what a program
   * froze and only a fresh worker has clean; nearly always none.
   */
  reset(): readonly string[] {
    if (this.#aside) this.#aside.replaced = []
    return this.#builtins.restore()
  }

  /**
   * Runs code of the runtime over built-ins as they were, and tells it which of them the program has replaced by its
   * own; afterwards the program has those again. For what is rare and must not fail, such as the report of a fault.
   */
  aside<T>(run: (replaced: readonly string[]) => T): T {
    if (this.#aside) return run(this.#aside.names)
    const { replaced } = this.#builtins.changes()
    putBack(replaced, 'then')
    const aside = { names: replacedNames({ replaced, other: [] }), replaced }
    this.#aside = aside
    try {
      return run(aside.names)
    } finally {
      this.#aside = null
      putBack(aside.replaced, 'now')
    }
  }

  /**
   * Makes a part of the runtime that is only made once it is needed, as it would have been made before any program ran:
   * over built-ins as they were, on nobody's behalf. `moment`: what `Date` says meanwhile, else the present.
   */
  late<T>(make: () => T, moment: number = this.#clock.now): T {
    const { current } = this.loop
    const clock = this.#clock
    this.loop.current = null
    this.#clock = new Clock(moment)
    try {
      return this.aside(make)
    } finally {
      this.#clock = clock
      this.loop.current = current
    }
  }

  /** The same as `aside` for what happens often: looks only at what the engine is known to use. */
  engine<T>(run: () => T): T {
    return this.#untouched() ? run() : this.aside(run)
  }

  /**
   * For when the runtime itself failed: gives what the program did to built-ins, after having undone it. Empty: it did
   * nothing to them. `null`: it can't be undone.
   */
  healed(): readonly string[] | null {
    const changes = this.#builtins.changes()
    if (changes.replaced.length === 0 && changes.other.length === 0) return []
    const stuck = this.reset()
    return stuck.length === 0 ? replacedNames(changes) : null
  }

  #install(): void {
    for (const name of PROCESS_GLOBALS) {
      Object.defineProperty(globalThis, name, {
        configurable: true,
        enumerable: false,
        get: () => this.#current()?.[name],
        set: (value) => {
          Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: true })
        },
      })
    }
    Object.defineProperty(globalThis, 'global', { value: globalThis, configurable: true, writable: true })
  }

  #current(): ProcessGlobals | undefined {
    const process = this.loop.current?.process
    return process && this.#globals.get(process)
  }
}
