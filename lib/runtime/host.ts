import type { Action } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { World } from '@/lib/engine/world'
import { Machine } from '@/lib/runtime/machine'
import type { Chunks } from '@/lib/runtime/packages/chunks'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'
import { Queue } from '@/lib/runtime/queue'
import type { Realm } from '@/lib/runtime/realm'
import { rehearse } from '@/lib/runtime/rehearsal'

/** What is done in its turn. */
type Order = Exclude<ToWorker, { type: 'expect' }>

/** How long events may wait before they are sent, in real milliseconds: a frame. */
const FRAME = 16

/**
 * The worker's side of the protocol: runs one world, and sends its log in batches, always before student code is
 * entered, so that the page knows where a worker was that does not come back.
 */
export class Host {
  readonly #send: (message: FromWorker) => void
  readonly #realm: Realm
  readonly #now: () => number
  #world: World | null = null
  #machine: Machine | null = null
  #batch: Event[] = []
  #sentAt = 0
  /** Something was written that the page must know before student code is entered. */
  #urgent = false
  #actions = 0
  readonly #messages = new Queue<Order>()
  #pumping = false
  #asked = false
  #expected: Chunks = {}

  constructor(realm: Realm, send: (message: FromWorker) => void, now: () => number) {
    this.#realm = realm
    this.#send = send
    this.#now = now
    realm.loop.onBeforeCallback = () => {
      if (this.#urgent) this.#flush()
    }
  }

  receive(message: ToWorker): void {
    if (message.type === 'expect') {
      this.#expected = message.chunks
      return
    }
    this.#asked = true
    this.#messages.add(message)
    if (!this.#pumping) void this.#pump()
  }

  /**
   * Warms the JavaScript engine up, when nothing was asked of it so far: a small program of no consequence runs once,
   * so that the next one finds its packages compiled.
   */
  async warmUp(): Promise<void> {
    if (this.#asked) return
    this.#pumping = true
    try {
      await rehearse(this.#realm, this.#expected)
    } catch (error) {
      this.#broken(error)
    }
    await this.#pump()
  }

  /** One message after the other. Only `await`, never `then`: that one belongs to programs (see `promises.ts`). */
  async #pump(): Promise<void> {
    this.#pumping = true
    try {
      for (let next = this.#messages.take(); next; next = this.#messages.take()) await this.#handle(next)
    } catch (error) {
      this.#broken(error)
    }
    this.#pumping = false
  }

  /** For the realm's own reports of promises that nobody handled. */
  unhandledRejection(reason: unknown): void {
    try {
      this.#machine?.unhandledRejection(reason)
    } catch (error) {
      if (!this.#machine?.recover(error)) this.#broken(error)
    }
  }

  async #handle(message: Order): Promise<void> {
    switch (message.type) {
      case 'run': {
        const { program, options, story, chunks } = message
        this.#world = new World(
          options,
          (event) => this.#record(event),
          (parts) => {
            this.#machine = new Machine(program, options, { ...parts, realm: this.#realm, chunks })
            return this.#machine
          },
        )
        this.#flush()
        await this.#world.open()
        await this.#act(story)
        return
      }
      case 'act':
        await this.#act(message.actions)
        return
      case 'reset':
        this.#reset()
        return
      default:
        return message satisfies never
    }
  }

  async #act(actions: readonly Action[]): Promise<void> {
    await this.#world?.run(actions)
    this.#actions += actions.length
    this.#flush()
    this.#send({ type: 'idle', actions: this.#actions })
  }

  #reset(): void {
    // First, so that ending meets no method that a program put there.
    this.#realm.reset()
    this.#machine?.end()
    this.#machine = null
    this.#world = null
    this.#actions = 0
    this.#batch = []
    const left = this.#realm.reset()
    if (left.length === 0) this.#send({ type: 'ready' })
    else this.#send({ type: 'broken', message: `left behind: ${left.join(', ')}` })
  }

  #record(event: Event): void {
    // By index: no program can put something else in its place.
    this.#batch[this.#batch.length] = event
    if (event.type === 'action-started' || event.type === 'request-sent') this.#urgent = true
    if (this.#now() - this.#sentAt > FRAME) this.#flush()
  }

  #flush(): void {
    if (this.#batch.length === 0) return
    this.#sentAt = this.#now()
    this.#urgent = false
    this.#send({ type: 'events', events: this.#batch })
    this.#batch = []
  }

  #broken(error: unknown): void {
    const changed = this.#realm.healed()
    this.#flush()
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const byProgram = changed === null || changed.length > 0 || this.#machine?.recovered === true
    this.#send({ type: byProgram ? 'spoilt' : 'broken', message })
  }
}
