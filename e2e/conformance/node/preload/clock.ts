import { VirtualTimers } from './timers'

/** Runs what may throw as a callback of Node's own, so that what is thrown is uncaught as it would be. */
function inTurn(run: () => void): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      resolve()
      run()
    })
  })
}

/** `Date` and the timers of a process. Time stands still until somebody moves it. */
export class VirtualClock {
  #now: number
  readonly #timers: VirtualTimers

  constructor(now: number) {
    this.#now = now
    this.#timers = new VirtualTimers(() => this.#now)
    const RealDate = Date
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [this.#now] : args, newTarget),
      apply: () => new RealDate(this.#now).toString(),
      get: (target, name, receiver) => (name === 'now' ? () => this.#now : Reflect.get(target, name, receiver)),
    })
    RealDate.prototype.constructor = globalThis.Date
  }

  /** Fires what is due on the way, one timer after the other, each once what the one before set going is `atRest`. */
  async moveTo(moment: number, atRest: () => Promise<void>): Promise<void> {
    await atRest()
    for (let timer = this.#timers.take(moment); timer; timer = this.#timers.take(moment)) {
      const { due, fire } = timer
      this.#now = Math.max(this.#now, due)
      await inTurn(fire)
      await atRest()
    }
    this.#now = Math.max(this.#now, moment)
  }
}
