import { Buffer } from 'buffer'
import type EventEmitter from 'events'
import type { Clock } from '@/lib/engine/clock'
import { createConsole } from '@/lib/runtime/console'
import type { Print } from '@/lib/runtime/inspect/lazy-print'
import type { Loop } from '@/lib/runtime/loop'
import type { Process } from '@/lib/runtime/process'
import { createProcessObject } from '@/lib/runtime/process-object'
import { requireFunction, timerFunctions } from '@/lib/runtime/timers'

/** Node's globals that belong to one process. */
export interface ProcessGlobals {
  readonly process: EventEmitter
  readonly [name: string]: unknown
}

/** Names under which `ProcessGlobals` appear on the global object while a process runs. */
export const PROCESS_GLOBALS = [
  'process',
  'console',
  'Buffer',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'queueMicrotask',
  'performance',
  'crypto',
] as const

const nativeQueueMicrotask = globalThis.queueMicrotask

export interface GlobalsParts {
  readonly process: Process
  readonly clock: Clock
  readonly loop: Loop
  readonly entry: string
  readonly print: Print
  /** Loads one of Node's built-ins of this process. */
  readonly load: (name: string) => unknown
}

export function processGlobals({ process, clock, loop, entry, print, load }: GlobalsParts): ProcessGlobals {
  const start = clock.now
  return {
    process: createProcessObject({ process, clock, entry, nextTick: (run) => loop.postTick(process.context, run) }),
    console: createConsole({
      write: (stream, text) => process.observer.write(stream, text),
      now: () => clock.now,
      print,
    }),
    Buffer,
    ...timerFunctions(process, (run) => loop.postImmediate(process.context, run)),
    queueMicrotask: (callback: unknown) => {
      const run = requireFunction(callback)
      const context = process.context
      loop.hasPromises = true
      nativeQueueMicrotask(() => {
        if (process.alive) process.enter(context, run)
      })
    },
    get crypto() {
      const crypto = load('crypto')
      return typeof crypto === 'object' && crypto !== null && 'webcrypto' in crypto ? crypto.webcrypto : undefined
    },
    performance: { now: () => clock.now - start, timeOrigin: start },
  }
}
