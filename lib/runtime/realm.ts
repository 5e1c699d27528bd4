import type { Loop } from '@/lib/runtime/loop'
import type { Process } from '@/lib/runtime/process'
import { trackPromises } from '@/lib/runtime/promises'
import { rememberProxies } from '@/lib/runtime/proxies'
import { PROCESS_GLOBALS, type ProcessGlobals } from '@/lib/runtime/process-globals'

/**
 * The JavaScript realm that the processes of a world share. Node's globals appear on its global object as those of
 * the process that runs; `reset` puts built-ins back as they were before any program touched them.
 */
export class Realm {
  readonly loop: Loop
  /** Whether an object is a Proxy that a program made. */
  readonly isProxy: (value: object) => boolean
  readonly #globals = new WeakMap<Process, ProcessGlobals>()

  constructor(loop: Loop) {
    this.loop = loop
    trackPromises(loop)
    this.isProxy = rememberProxies()
    this.#install()
  }

  /** Makes a process's globals its own. */
  enter(process: Process, globals: ProcessGlobals): void {
    this.#globals.set(process, globals)
  }

  reset(): void {}

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
