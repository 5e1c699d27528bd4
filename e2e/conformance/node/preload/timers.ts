import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import { promisify } from 'node:util'

const LONGEST = 2_147_483_647

/** What `setTimeout` and `setInterval` give. */
class VirtualTimer {
  due: number
  readonly order: number
  constructor(
    readonly owner: VirtualTimers,
    readonly delay: number,
    readonly repeats: boolean,
    readonly call: () => void,
  ) {
    this.due = owner.now() + delay
    this.order = owner.nextOrder()
  }
  refresh(): this {
    this.due = this.owner.now() + this.delay
    this.owner.add(this)
    return this
  }
  close(): this {
    this.owner.remove(this)
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  hasRef(): boolean {
    return true
  }
}

/** Node's timers (Node documentation, `timers`) over a time that somebody else moves. Those that Node itself uses stay as they are. */
export class VirtualTimers {
  readonly now: () => number
  readonly #waiting = new Set<VirtualTimer>()
  #order = 0

  constructor(now: () => number) {
    this.now = now
    const later =
      (repeats: boolean) =>
      (callback: unknown, delay?: unknown, ...args: unknown[]) => {
        if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function')
        const wanted = Number(delay)
        const wait = wanted >= 1 && wanted <= LONGEST ? Math.trunc(wanted) : 1
        const timer: VirtualTimer = new VirtualTimer(this, wait, repeats, () => Reflect.apply(callback, timer, args))
        this.add(timer)
        return timer
      }
    const clear = (timer: unknown) => {
      if (timer instanceof VirtualTimer) this.remove(timer)
    }
    const setTimeout = later(false)
    const asPromise = (delay?: unknown, value?: unknown) => new Promise((resolve) => setTimeout(resolve, delay, value))
    Object.defineProperty(setTimeout, promisify.custom, { value: asPromise })
    const offered = { setTimeout, setInterval: later(true), clearTimeout: clear, clearInterval: clear }
    for (const target of [globalThis, timers]) replace(target, offered)
    replace(timersPromises, { setTimeout: asPromise })
  }

  nextOrder(): number {
    return this.#order++
  }

  add(timer: VirtualTimer): void {
    this.#waiting.add(timer)
  }

  remove(timer: VirtualTimer): void {
    this.#waiting.delete(timer)
  }

  /** Takes out the first timer that is due by `moment`; `null` when there is none. */
  take(moment: number): { readonly due: number; readonly fire: () => void } | null {
    let first: VirtualTimer | null = null
    for (const timer of this.#waiting) {
      if (timer.due > moment) continue
      if (!first || timer.due < first.due || (timer.due === first.due && timer.order < first.order)) first = timer
    }
    if (!first) return null
    const timer = first
    this.#waiting.delete(timer)
    const { due } = timer
    const fire = () => {
      if (timer.repeats) timer.refresh()
      timer.call()
    }
    return { due, fire }
  }
}

function replace(target: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true })
  }
}
