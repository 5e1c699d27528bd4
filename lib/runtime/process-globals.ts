import { Buffer } from 'buffer'
import type EventEmitter from 'events'
import type { Clock } from '@/lib/engine/clock'
import { createConsole } from '@/lib/runtime/console'
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
] as const

const nativeQueueMicrotask = globalThis.queueMicrotask

export function processGlobals(parts: { process: Process; clock: Clock; loop: Loop; entry: string }): ProcessGlobals {
  const { process, clock, loop, entry } = parts
  const start = clock.now
  return {
    process: createProcessObject({ process, clock, entry, nextTick: (run) => loop.postTick(process.context, run) }),
    console: createConsole((stream, text) => process.observer.write(stream, text), () => clock.now),
    Buffer,
    ...timerFunctions(process, (run) => loop.postImmediate(process.context, run)),
    queueMicrotask: (callback: unknown) => {
      const run = requireFunction(callback)
      const context = process.context
      nativeQueueMicrotask(() => {
        if (process.alive) process.enter(context, run)
      })
    },
    performance: { now: () => clock.now - start, timeOrigin: start },
  }
}
