import { Clock, earliest } from '@/lib/engine/clock'
import { Browsing } from '@/lib/engine/network/browsing'
import type { Machine } from '@/lib/engine/network/machine'
import type { Stage } from '@/lib/engine/perform/stage'
import { performAction } from '@/lib/engine/perform-action'
import type { Action, Story, VisitorId } from '@/lib/engine/story/action'
import type { WorldOptions } from '@/lib/engine/story/program'
import type { Event, Impossible } from '@/lib/engine/trace/event'
import { Recorder } from '@/lib/engine/trace/recorder'
import type { Visitor } from '@/lib/engine/visitors/visitor'

/** What a machine is built from: the world's clock and the pen that writes its log. */
export interface WorldParts {
  readonly clock: Clock
  readonly recorder: Recorder
}

/**
 * Clock, network, visitors and servers of one run: the course's "in-process session engine".
 * The same program, options and story give the same log. Nothing outside of it is ever asked:
 * no real time, no real randomness.
 */
export class World implements Stage {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly machine: Machine
  readonly browsing: Browsing
  readonly visitors = new Map<VisitorId, Visitor>()
  #actions = 0
  #started = 0

  /** `sink` receives every event as it happens. */
  constructor(options: WorldOptions, sink: (event: Event) => void, makeMachine: (parts: WorldParts) => Machine) {
    this.clock = new Clock(options.epoch)
    this.recorder = new Recorder(this.clock, sink)
    this.machine = makeMachine({ clock: this.clock, recorder: this.recorder })
    this.browsing = new Browsing(this.clock, this.recorder, this.machine)
    this.recorder.emit({ type: 'world-started', seed: options.seed, epoch: options.epoch })
    if (options.balancing) this.recorder.emit({ type: 'balancing', by: options.balancing })
  }

  /** Starts the program. To be called once, before anything is done. */
  async open(): Promise<void> {
    await this.#outlive(async () => {
      this.machine.beginAction()
      this.machine.start()
      await this.machine.rest()
    })
  }

  /**
   * Does actions, in order. An action waits until those before it are complete, unless it has a moment
   * of its own (`at`, after the start of the one before): then both overlap. With `at: 0` it begins one turn of the
   * event loop later, while the files and stores that the one before asked for are still on their way.
   */
  async run(story: Story): Promise<void> {
    for (let index = 0; index < story.length; index++) {
      const action = story[index]
      if (!action) continue
      let reason: Impossible | null = null
      const begin = async () => {
        reason = await this.#begin(action)
      }
      await this.#outlive(begin)
      await this.#outlive(() => this.#followUp(story[index + 1]))
      this.recorder.emit(
        reason === null
          ? { type: 'action-ended', outcome: 'done' }
          : { type: 'action-ended', outcome: 'impossible', reason },
      )
    }
  }

  /** Runs on until the next action may begin. */
  async #followUp(next: Action | undefined): Promise<void> {
    if (next?.at === undefined) await this.settle()
    else if (next.at === 0 && this.clock.now === this.#started) await this.machine.turn()
    else await this.runUntil(this.#started + next.at)
  }

  /**
   * Does a step of the world. Programs share their built-ins with us, and one may have broken what a step needs: then
   * its servers end, and what is still under way comes to its end without them.
   */
  async #outlive(step: () => Promise<void>): Promise<void> {
    try {
      await step()
    } catch (error) {
      if (!this.machine.recover(error)) throw error
      await this.settle()
    }
  }

  async #begin(action: Action): Promise<Impossible | null> {
    this.recorder.action = this.#actions++
    this.#started = this.clock.now
    this.machine.beginAction()
    this.browsing.beginAction()
    this.recorder.emit({ type: 'action-started', started: action })
    const reason = await this.machine.aside(() => performAction(this, action))
    return reason
  }

  /** Runs on until every exchange is complete; time jumps to whatever is due next, and no further. */
  async settle(): Promise<void> {
    const from = this.clock.now
    await this.machine.drain()
    while (this.browsing.open > 0) {
      await this.machine.rest()
      const due = this.browsing.open > 0 ? this.clock.nextDue() : null
      if (due === null) break
      await this.#jump(due)
    }
    this.#recordMove(from, 'wait')
  }

  /** Runs on until `moment`, whatever is complete by then. */
  async runUntil(moment: number, cause: 'wait' | 'advance' = 'wait'): Promise<void> {
    const from = this.clock.now
    for (;;) {
      await this.machine.rest()
      const due = this.clock.nextDue()
      if (due === null || due > moment) break
      await this.#jump(due)
    }
    this.#moveTo(moment)
    this.#recordMove(from, cause)
  }

  /** The next moment at which a cookie of any visitor or a row of any store expires; `null` when none will. */
  nextExpiry(): number | null {
    return earliest([this.#nextCookieExpiry(), this.machine.nextExpiry()])
  }

  #nextCookieExpiry(): number | null {
    let next: number | null = null
    for (const { jar } of this.visitors.values()) next = earliest([next, jar.nextExpiry(this.clock.now)])
    return next
  }

  async #jump(moment: number): Promise<void> {
    const due = this.#moveTo(moment)
    for (let index = 0; index < due.length; index++) due[index]?.()
    await this.machine.drain()
  }

  /** Moves the clock; cookies go at their own moments on the way. */
  #moveTo(moment: number): (() => void)[] {
    return this.machine.aside(() => this.#passTo(moment))
  }

  #passTo(moment: number): (() => void)[] {
    const due: (() => void)[] = []
    for (
      let expiry = this.#nextCookieExpiry();
      expiry !== null && expiry <= moment;
      expiry = this.#nextCookieExpiry()
    ) {
      due.push(...this.clock.moveTo(expiry))
      let removed = 0
      for (const visitor of this.visitors.values()) {
        for (const decision of visitor.jar.expire(this.clock.now)) {
          removed++
          this.recorder.emit({ type: 'cookie', visitor: visitor.id, exchange: null, decision })
        }
      }
      if (removed === 0) break
    }
    due.push(...this.clock.moveTo(moment))
    return due
  }

  #recordMove(from: number, cause: 'wait' | 'advance'): void {
    if (this.clock.now === from) return
    this.recorder.emit({ type: 'clock-moved', from, to: this.clock.now, cause })
  }
}
