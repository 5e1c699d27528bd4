import type { Loop } from '@/lib/runtime/loop'
import type { Process } from '@/lib/runtime/process'
import { PROCESS_GLOBALS, type ProcessGlobals } from '@/lib/runtime/process-globals'

/**
 * The JavaScript realm that the processes of a world share. Node's globals appear on its global object as those of
 * the process that runs; `reset` puts built-ins back as they were before any program touched them.
 */
export class Realm {
  readonly loop: Loop
  readonly #globals = new WeakMap<Process, ProcessGlobals>()

  constructor(loop: Loop) {
    this.loop = loop
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
