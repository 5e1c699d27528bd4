import { OwnSet } from '@/lib/runtime/isolation/own-collections'
import type { Process } from '@/lib/runtime/process'
import type { AbortTimer, RealmEnv } from '@/lib/runtime/realm/env'

/** What packages that queue things for several exchanges need in order to keep them apart. */
export function attribution(process: Process): Pick<RealmEnv, 'context' | 'resume' | 'bind' | 'abortAfter'> {
  const resume = (context: unknown) => {
    const before = process.context
    process.restore(context)
    return before
  }
  return {
    context: () => process.context,
    resume,
    bind(callback) {
      if (typeof callback !== 'function') return callback
      const context = process.context
      return function bound(this: unknown, ...args: unknown[]): unknown {
        const before = resume(context)
        // What is thrown is thrown on behalf of the exchange whose callback it is: nothing goes back then.
        const result: unknown = Reflect.apply(callback, this, args)
        resume(before)
        return result
      }
    },
    abortAfter: (milliseconds) => abortTimer(process, milliseconds),
  }
}

/** Waits only while somebody listens: a command that was written in time leaves no timer behind. */
function abortTimer(process: Process, milliseconds: number): AbortTimer {
  const listeners = new OwnSet<() => void>()
  let aborted = false
  const timer = process.setTimer(milliseconds, () => {
    aborted = true
    for (const listener of [...listeners]) listener()
  })
  return {
    get aborted() {
      return aborted
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener(_type, listener) {
      listeners.delete(listener)
      if (listeners.size === 0) process.clearTimer(timer)
    },
  }
}
