import type { Appointment, Clock } from '@/lib/engine/clock'
import type { HttpRequest } from '@/lib/engine/http/message'
import type { Answer, Caller } from '@/lib/engine/network/machine'
import type { EventOf, ExchangeId, FaultKind, ProcessId, Replaced, SourcePlace } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { BudgetExceeded, type RunBudget } from '@/lib/runtime/budget'
import { Connections } from '@/lib/runtime/connections'
import { Context, type Owner } from '@/lib/runtime/context'
import { ExitSignal } from '@/lib/runtime/exit-signal'
import { faultOf, placeOf } from '@/lib/runtime/faults'
import { OwnMap, OwnSet } from '@/lib/runtime/isolation/own-collections'
import type { Loop } from '@/lib/runtime/loop'
import { Observer } from '@/lib/runtime/observer'
import type { Accept, ServerAnswer } from '@/lib/runtime/realm/env'
import { SessionObserver } from '@/lib/runtime/session-observer'
import { type Connect, Sockets } from '@/lib/runtime/sockets'

/** What a process is part of. */
export interface Surroundings {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly loop: Loop
  readonly seed: string
  readonly budget: RunBudget
  readonly isProxy: (value: object) => boolean
  /** Runs code of the runtime over built-ins as they were, and tells it which of them programs have replaced. */
  readonly aside: Aside
  /** The same for what happens often. */
  readonly engine: <T>(run: () => T) => T
  /** Opens a port of the network for this process; `null` when it is taken. */
  readonly claimPort: (port: number) => number | null
  /** Numbers the calls of session stores. */
  readonly nextStoreCall: () => number
  /** Where connections to services lead. */
  readonly connect: Connect
}

export type Aside = (run: (replaced: Replaced | null) => void) => void

type ExitCause = EventOf<'process-exited'>['cause']

/** Listeners a program may have put on its `process` object. */
export interface ProcessEvents {
  listenerCount(event: string): number
  emit(event: string, ...args: unknown[]): boolean
}

/** One life of a server: what it listens on, what it waits for, and how it ends. Nothing of it runs once it is dead. */
export class Process implements Owner {
  readonly id: ProcessId
  readonly server: string
  readonly main: Context
  readonly observer: Observer
  readonly sessions: SessionObserver
  readonly sockets: Sockets
  readonly #in: Surroundings
  readonly #ports = new OwnMap<number, Accept>()
  readonly #connections: Connections
  readonly #timers = new OwnSet<Appointment>()
  #alive = true
  #starting = true
  #listened = false
  #operations = 0
  #events: ProcessEvents | null = null

  constructor(id: ProcessId, server: string, surroundings: Surroundings) {
    this.id = id
    this.server = server
    this.#in = surroundings
    this.main = new Context(this, null, 'main', surroundings.seed)
    this.#connections = new Connections(this, surroundings.loop)
    this.sockets = new Sockets(this, surroundings.loop, surroundings.connect)
    this.observer = new Observer(this, surroundings.recorder, surroundings.budget, surroundings.isProxy)
    const { recorder, isProxy, nextStoreCall: nextCall, engine } = surroundings
    this.sessions = new SessionObserver(this, { recorder, isProxy, nextCall, engine })
  }

  get alive(): boolean {
    return this.#alive
  }

  get context(): Context {
    const current = this.#in.loop.current
    return current?.process === this ? current : this.main
  }

  get budget(): RunBudget {
    return this.#in.budget
  }

  attach(events: ProcessEvents): void {
    this.#events = events
  }

  /** The main module has run: from now on an error is one of a running server. */
  started(): void {
    this.#starting = false
  }

  /** Runs code of this process in a context, and sees to whatever it throws. */
  enter(context: Context, run: () => void): void {
    this.switchTo(context)
    try {
      this.#in.budget.takeCallback()
      run()
    } catch (error) {
      this.uncaught(error, 'uncaught-error')
    }
  }

  /** One more promise callback is about to run. `false`: the budget is used up and the process has ended. */
  takeMicrotask(): boolean {
    try {
      this.#in.budget.takeCallback()
      return true
    } catch (error) {
      this.uncaught(error, 'uncaught-error')
      return false
    }
  }

  /** Back after an `await`: its continuation belongs to the context it was started in. */
  restore(context: unknown): void {
    if (context instanceof Context) this.switchTo(context)
  }

  /** The step budget is used up, or the process is dead and its code still runs: leaves it at once. */
  stopForSteps(): never {
    const { steps } = this.#in.budget.limits
    this.uncaught(
      new BudgetExceeded('endless-loop', `more than ${steps} turns of loops and calls in one action`),
      'uncaught-error',
    )
    throw new ExitSignal()
  }

  /** A large piece of memory is asked for. Ends the process when it is too much, and leaves its code at once. */
  takeMemory(bytes: number): void {
    try {
      this.#in.budget.takeMemory(bytes)
    } catch (error) {
      this.uncaught(error, 'uncaught-error')
      throw new ExitSignal()
    }
  }

  /** Files were written or removed. Ends the process when it is too much, and leaves its code at once. */
  takeDiskChanges(count: number): void {
    try {
      this.#in.budget.takeDiskChanges(count)
    } catch (error) {
      this.uncaught(error, 'uncaught-error')
      throw new ExitSignal()
    }
  }

  crash(): void {
    // As a shell says it of a process that was killed: 128 and the signal's number.
    this.end(137, 'crash')
  }

  /** From here on, what runs belongs to `context`. */
  switchTo(context: Context): void {
    const loop = this.#in.loop
    if (loop.current === context) return
    loop.current?.process.observer.flush(loop.current)
    loop.current = context
  }

  /** An error that nothing caught, or a rejection that nothing handled: as under Node, the process ends. */
  uncaught(error: unknown, kind: 'uncaught-error' | 'unhandled-rejection'): void {
    if (!this.#alive) return
    if (error instanceof ExitSignal) return
    const event = kind === 'uncaught-error' ? 'uncaughtException' : 'unhandledRejection'
    if (!(error instanceof BudgetExceeded) && this.#events && this.#events.listenerCount(event) > 0) {
      try {
        this.#events.emit(event, error, kind === 'uncaught-error' ? event : Promise.resolve())
        return
      } catch (second) {
        this.#die(second, 'uncaught-error')
        return
      }
    }
    this.#die(error, this.#starting ? 'start-error' : kind)
  }

  /** Express caught an error of a handler and answered 500 itself: no end of the process, but worth telling. */
  handlerFailed(error: unknown): void {
    if (!this.#alive || error instanceof ExitSignal) return
    this.#in.aside(() => {
      const { fault, message } = faultOf(error, 'handler-error')
      this.report(fault, message, this.context, placeOf(error) ?? this.observer.placeNow())
    })
  }

  /** Reports a fault that does not end the process. */
  report(fault: FaultKind, message: string, context: Context, place: SourcePlace | null): void {
    this.#in.aside((replaced) =>
      this.#in.recorder.emit({
        type: 'fault',
        process: this.id,
        exchange: context.exchange,
        fault,
        message,
        ...(place ? { place } : {}),
        ...(replaced ? { replaced } : {}),
      }),
    )
  }

  #die(error: unknown, kind: FaultKind): void {
    this.#in.aside(() => {
      const { fault, message, stack } = faultOf(error, kind)
      const context = this.context
      const thrownAt = error instanceof BudgetExceeded ? null : placeOf(error)
      const place = thrownAt ?? this.observer.placeNow() ?? context.lastPlace
      if (stack) this.observer.write('stderr', `${stack}\n`)
      this.report(fault, message, context, place)
      this.end(1, 'fault')
    })
  }

  /** Ends the process: its ports refuse connections, its connections break off, nothing of it runs again. */
  end(code: number, cause: ExitCause): void {
    if (!this.#alive) return
    if (this.#in.loop.current?.process === this) this.observer.flush(this.#in.loop.current)
    this.#alive = false
    for (const timer of this.#timers) timer.cancel()
    this.#timers.clear()
    this.sockets.reset()
    const ports = [...this.#ports.keys()]
    this.#ports.clear()
    for (const port of ports) this.#in.recorder.emit({ type: 'listening-ended', process: this.id, port })
    this.#in.recorder.emit({ type: 'process-exited', process: this.id, server: this.server, code, cause })
    this.#connections.reset()
  }

  /** `process.exit(code)`: the `exit` listeners run, then nothing more. */
  exit(code: number): never {
    if (this.#alive) {
      try {
        this.#events?.emit('exit', code)
      } finally {
        this.end(code, 'exit')
      }
    }
    throw new ExitSignal()
  }

  /** Ends by itself, as Node does, once nothing could ever happen to it any more. */
  exitIfIdle(): void {
    if (!this.#alive || this.#ports.size > 0 || this.#timers.size > 0 || this.#operations > 0) return
    if (this.#connections.size > 0 || this.sockets.holding) return
    if (!this.#listened) this.report('not-listening', 'the program ended without listening on a port', this.main, null)
    this.end(0, 'exit')
  }

  get ports(): readonly number[] {
    return [...this.#ports.keys()]
  }

  listen(port: number, accept: Accept): { readonly port: number; close(): void } | null {
    const claimed = this.#in.claimPort(port)
    if (claimed === null) return null
    this.#ports.set(claimed, accept)
    this.#listened = true
    this.#in.recorder.emit({ type: 'listening', process: this.id, port: claimed })
    return {
      port: claimed,
      close: () => {
        if (this.#ports.delete(claimed))
          this.#in.recorder.emit({ type: 'listening-ended', process: this.id, port: claimed })
      },
    }
  }

  /** Hands over a request. The server sees it in a turn of its own. */
  deliver(port: number, request: HttpRequest, caller: Caller, answer: Answer): void {
    const context = new Context(this, caller.exchange, caller.stream, this.#in.seed)
    this.#connections.open(caller.exchange, context, answer, (serverAnswer) => {
      const accept = this.#ports.get(port)
      return accept ? accept(request, serverAnswer) : null
    })
  }

  /** A request from another program of this world: it stays part of the exchange that program serves. */
  deliverInside(port: number, request: HttpRequest, from: Context, answer: ServerAnswer): void {
    const context = from.onBehalfOf(this)
    this.#in.loop.post(context, () => {
      const accept = this.#ports.get(port)
      if (accept) accept(request, answer)
      else answer.fail('connection-refused')
    })
  }

  /** The visitor gave up waiting. */
  abandon(exchange: ExchangeId): void {
    this.#connections.abandon(exchange)
  }

  setTimer(delay: number, fire: () => void): Appointment {
    const context = this.context
    const { clock, loop } = this.#in
    const appointment = clock.at(clock.now + delay, () => {
      this.#timers.delete(appointment)
      loop.post(context, fire)
    })
    this.#timers.add(appointment)
    return appointment
  }

  clearTimer(appointment: Appointment): void {
    appointment.cancel()
    this.#timers.delete(appointment)
  }

  hostOperation<T>(operate: () => T, done: (error: unknown, value?: T) => void): void {
    this.#operations++
    this.#in.loop.post(this.context, () => {
      this.#operations--
      let value: T
      try {
        value = operate()
      } catch (error) {
        // Its own process ended in it.
        if (error instanceof ExitSignal) throw error
        done(error)
        return
      }
      done(null, value)
    })
  }
}
