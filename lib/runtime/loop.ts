import type { Context } from '@/lib/runtime/context'
import { Queue } from '@/lib/runtime/queue'

interface Task {
  readonly context: Context
  readonly run: () => void
}

/** An immediate that may be cleared. */
export interface ImmediateTask extends Task {
  cleared: boolean
}

/**
 * The event loop of a world's processes. Workers have neither `process.nextTick` nor `setImmediate`, and their
 * order matters, so the order is kept here: after each callback the ticks, then microtasks, then ticks again until
 * there are none; callbacks of one turn before the immediates of that turn (Node documentation, "The Node.js event
 * loop"). Microtasks are the JavaScript engine's own: `hop` returns once they are done.
 */
export class Loop {
  current: Context | null = null
  /**
   * Whether there may be promises, and so microtasks that must be waited for. Set for good once a program could make
   * one: most of an exchange would be waiting otherwise, and most programs of the course only have callbacks.
   */
  hasPromises = false
  #callbacks = new Queue<Task>()
  #immediates = new Queue<ImmediateTask>()
  readonly #ticks = new Queue<Task>()
  readonly #hop: () => Promise<void>
  /** Called before a callback is entered. */
  onBeforeCallback: () => void = () => {}
  /** Called when a callback and everything right behind it is done. */
  onAfterCallback: () => void = () => {}

  constructor(hop: () => Promise<void>) {
    this.#hop = hop
  }

  /** Arranges a callback for the next turn: a delivery, a timer that is due, a host operation. */
  post(context: Context, run: () => void): void {
    this.#callbacks.add({ context, run })
  }

  postImmediate(context: Context, run: () => void): ImmediateTask {
    const task: ImmediateTask = { context, run, cleared: false }
    this.#immediates.add(task)
    return task
  }

  postTick(context: Context, run: () => void): void {
    this.#ticks.add({ context, run })
  }

  /** Runs until nothing is left that is due now. */
  async drain(): Promise<void> {
    // Whoever asks for it is through with its own affairs before a program is entered.
    await undefined
    while (this.#isBusy) await this.turn()
  }

  /** The same, and has microtasks run that were not foreseen, with what follows from them. */
  async rest(): Promise<void> {
    do {
      await this.drain()
      await this.#hop()
    } while (this.#isBusy)
  }

  get #isBusy(): boolean {
    return this.#callbacks.size > 0 || this.#immediates.size > 0
  }

  /** Runs one turn: what was arranged before it, not what that arranges. */
  async turn(): Promise<void> {
    const callbacks = this.#callbacks
    this.#callbacks = new Queue()
    for (let task = callbacks.take(); task; task = callbacks.take()) await this.#runAndFollow(task)
    const immediates = this.#immediates
    this.#immediates = new Queue()
    for (let task = immediates.take(); task; task = immediates.take()) {
      if (!task.cleared) await this.#runAndFollow(task)
    }
  }

  /** Nobody's turn, and nothing arranged: for when every process ended in the middle of whatever it was. */
  clear(): void {
    this.current = null
    this.#callbacks.clear()
    this.#immediates.clear()
    this.#ticks.clear()
  }

  async #runAndFollow(task: Task): Promise<void> {
    if (!task.context.process.alive) return
    this.onBeforeCallback()
    this.#run(task)
    do {
      this.#runTicks()
      if (this.hasPromises) await this.#hop()
    } while (this.#ticks.size > 0)
    // Browsers report an unhandled rejection in a task of its own, right after the microtasks.
    if (this.hasPromises) await this.#hop()
    this.onAfterCallback()
    this.current = null
  }

  #runTicks(): void {
    for (let task = this.#ticks.take(); task; task = this.#ticks.take()) this.#run(task)
  }

  #run({ context, run }: Task): void {
    if (context.process.alive) context.process.enter(context, run)
  }
}
