import { Buffer } from 'buffer'
import EventEmitter from 'events'
import { Clock } from '@/lib/engine/clock'
import type { Owner } from '@/lib/runtime/context'
import { boundBuffer, boundBuiltins } from '@/lib/runtime/instrument/bounded-builtins'
import { type IntrinsicsSnapshot, snapshotIntrinsics } from '@/lib/runtime/isolation/intrinsics'
import { confine } from '@/lib/runtime/isolation/lockdown'
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
  /** Whether an object is a Proxy that a program made. */
  readonly isProxy: (value: object) => boolean
  readonly #globals = new WeakMap<Owner, ProcessGlobals>()
  readonly #builtins: IntrinsicsSnapshot
  #clock = new Clock(0)

  /** Confines the global object: from here on, whoever needs more than a program may have must have taken it before. */
  constructor(loop: Loop) {
    this.loop = loop
    trackPromises(loop)
    this.isProxy = rememberProxies()
    installDate(globalThis, () => this.#clock.now)
    installRandom(globalThis, () => loop.current?.random() ?? 0)
    const take = (bytes: number) => loop.current?.process.takeMemory(bytes)
    boundBuiltins(globalThis, take)
    boundBuffer(Buffer, take)
    confine(globalThis)
    this.#install()
    this.#builtins = snapshotIntrinsics(globalThis, [Buffer, EventEmitter])
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
    return this.#builtins.restore()
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
