import type { Context } from '@/lib/runtime/context'
import type { Loop } from '@/lib/runtime/loop'

/**
 * Makes callbacks of promises run in the context in which they were attached, as AsyncLocalStorage does. A native
 * `await` does not come through here: the instrumenter restores its context. A callback of a dead process never
 * runs: its promise stays pending for ever. The runtime's own code must therefore `await` and never return a promise
 * from an async function: that would call `then` in whatever context is current. To be called once, before built-ins are recorded.
 */
export function trackPromises(loop: Loop): void {
  const { then } = Promise.prototype
  const { apply } = Reflect
  const never = new Promise<never>(() => {})

  const bound = (callback: unknown, context: Context): unknown => {
    if (typeof callback !== 'function') return callback
    return (value: unknown) => {
      const { process } = context
      if (!process.alive) return never
      process.switchTo(context)
      if (!process.takeMicrotask()) return never
      return apply(callback, undefined, [value])
    }
  }

  Object.defineProperty(Promise.prototype, 'then', {
    configurable: true,
    writable: true,
    enumerable: false,
    value: function then_(this: Promise<unknown>, onFulfilled?: unknown, onRejected?: unknown) {
      const context = loop.current
      if (context === null) return apply(then, this, [onFulfilled, onRejected])
      loop.hasPromises = true
      return apply(then, this, [bound(onFulfilled, context), bound(onRejected, context)])
    },
  })
  // `await` asks each promise for its `constructor`, and calls `then` where it is another (ECMAScript, PromiseResolve):
  // on that depends whether the runtime's own code comes back at all. Nobody has a use for another one.
  Object.defineProperty(Promise.prototype, 'constructor', { writable: false, configurable: false })
  Object.defineProperty(Promise.prototype.then, 'name', { value: 'then', configurable: true })
}
