import { promisify } from 'node:util'

let now = 0

/** The clock is told its time from here on, and else moves only with timers: to the moment for which one was set. */
export function standingClock(start: number): void {
  now = start
  const RealDate = Date
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now] : args, newTarget),
    apply: () => new RealDate(now).toString(),
    get: (target, name, receiver) => (name === 'now' ? () => now : Reflect.get(target, name, receiver)),
  })
  RealDate.prototype.constructor = globalThis.Date
  moveWithTimers()
}

export function movedClock(moment: number): void {
  now = moment
}

function moveWithTimers(): void {
  const real = globalThis.setTimeout
  const later = (callback: unknown, delay?: number, ...args: unknown[]) => {
    const due = now + (Number(delay) || 0)
    const fire = (...given: unknown[]) => {
      now = Math.max(now, due)
      if (typeof callback === 'function') callback(...given)
    }
    return Reflect.apply(real, globalThis, [typeof callback === 'function' ? fire : callback, delay, ...args])
  }
  Object.defineProperty(later, promisify.custom, { value: Reflect.get(real, promisify.custom) })
  Object.defineProperty(globalThis, 'setTimeout', { value: later, configurable: true, writable: true })
}
