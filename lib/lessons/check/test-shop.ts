import type { Clock } from '@/lib/engine/clock'
import type { HeaderLine, HttpRequest } from '@/lib/engine/http/message'
import type { Answer, Caller, Machine } from '@/lib/engine/network/machine'
import { createRandom, streamLabel } from '@/lib/engine/random'
import type { Preview } from '@/lib/engine/sessions/preview'
import type { Program } from '@/lib/engine/story/program'
import type { Event, Impossible } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { World } from '@/lib/engine/world'
import type { WorldRunner } from '@/lib/lessons/check/runner'

/** A barbershop for tests of the checker: the course's program as a function, with the mistakes that it is told to make. */
export interface Shop {
  readonly id: 'clock' | 'random' | 'clock+random' | 'counter' | 'crypto'
  /** Attributes of the cookie. */
  readonly attributes?: string
  /** What happens to a card without money. */
  readonly poor?: 'debt' | 'refuse' | 'refuse-late' | 'refuse-early'
  /** Ids hold characters that a cookie's value carries percent-encoded. */
  readonly odd?: boolean
  /** Who asks for /old is sent to /. */
  readonly moved?: boolean
  /** Doesn't listen. */
  readonly closed?: boolean
  /** Milliseconds of virtual time that a haircut takes. */
  readonly slow?: number
}

/** A program that `shopRunner` understands. */
export function shopProgram(shop: Shop): Program {
  return { files: { 'server.js': JSON.stringify(shop) }, entry: 'server.js' }
}

/** Worlds whose server is a `Shop`. `opened` counts them, and those that were not ended. */
export function shopRunner(): { readonly open: WorldRunner; readonly opened: { total: number; open: number } } {
  const opened = { total: 0, open: 0 }
  const open: WorldRunner = async (program, options) => {
    const shop: Shop = JSON.parse(program.files[program.entry] ?? '')
    const log: Event[] = []
    const world = new World(
      options,
      (event) => log.push(event),
      ({ clock, recorder }) => new ShopMachine(shop, options.seed, clock, recorder),
    )
    await world.open()
    opened.total++
    opened.open++
    return {
      log,
      async act(...actions) {
        const from = log.length
        await world.run(actions)
        return log.slice(from)
      },
      end() {
        opened.open--
      },
    }
  }
  return { open, opened }
}

const encoder = new TextEncoder()

class ShopMachine implements Machine {
  readonly redis = { up: true, start() {}, stop() {}, command() {} }
  #book = new Map<string, number>()
  #cards = 1000
  #process = 1
  readonly #shop: Shop
  readonly #seed: string
  readonly #clock: Clock
  readonly #recorder: Recorder

  constructor(shop: Shop, seed: string, clock: Clock, recorder: Recorder) {
    this.#shop = shop
    this.#seed = seed
    this.#clock = clock
    this.#recorder = recorder
  }

  start(): void {
    this.#recorder.emit({ type: 'process-started', process: this.#process, server: 'server' })
  }

  restart(): null {
    const cause = { server: 'server', code: 0, cause: 'restart' } as const
    this.#recorder.emit({ type: 'process-exited', process: this.#process, ...cause })
    this.#book = new Map()
    this.#process++
    this.start()
    return null
  }

  addServer(): Impossible {
    return 'too-many-servers'
  }

  stopServer(): Impossible {
    return 'no-server'
  }

  balance(): void {}

  crashInNextWrite(): void {}

  writeFile(): Impossible {
    return 'bad-path'
  }

  aside<T>(run: () => T): T {
    return run()
  }

  recover(): boolean {
    return false
  }

  ports(): readonly number[] {
    return this.#shop.closed ? [] : [9090]
  }

  choose(): number | null {
    return this.#shop.closed ? null : this.#process
  }

  deliver(_process: number, _port: number, request: HttpRequest, caller: Caller, answer: Answer): void {
    const { slow } = this.#shop
    if (slow === undefined) this.#serve(request, caller, answer)
    else this.#clock.at(this.#clock.now + slow, () => this.#serve(request, caller, answer))
  }

  nextExpiry(): number | null {
    return null
  }

  abandon(): void {}

  async drain(): Promise<void> {}

  async rest(): Promise<void> {}

  async turn(): Promise<void> {}

  beginAction(): void {}

  #serve(request: HttpRequest, caller: Caller, answer: Answer): void {
    if (this.#shop.moved && request.target === '/old') {
      answer.head({ status: 302, reason: 'Found', headers: [['Location', '/']] })
      answer.end()
      return
    }
    const cookie = request.headers.find(([name]) => name === 'Cookie')?.[1]
    const sent = /(?:^|; )connect\.sid=([^;]*)/.exec(cookie ?? '')?.[1]
    const id = sent === undefined ? undefined : decodeURIComponent(sent)
    const balance = id === undefined ? undefined : this.#book.get(id)
    if (id !== undefined && balance !== undefined) this.#answer(answer, [], this.#cut(id, balance, caller))
    else {
      const card = this.#newId(caller) + (this.#shop.odd ? '+/=' : '')
      this.#set(card, 100, caller)
      this.#answer(
        answer,
        [['Set-Cookie', `connect.sid=${encodeURIComponent(card)}; Path=/${this.#shop.attributes ?? ''}`]],
        'new 100',
      )
    }
  }

  #cut(id: string, balance: number, caller: Caller): string {
    const { poor = 'debt' } = this.#shop
    if (poor === 'refuse' && balance < 10) return 'too little'
    if (poor === 'refuse-early' && balance <= 10) return 'too little'
    this.#set(id, balance - 10, caller)
    return poor === 'refuse-late' && balance < 10 ? 'too little' : `left ${balance - 10}`
  }

  #newId({ stream }: Caller): string {
    const random = (purpose: 'math' | 'crypto') =>
      createRandom(streamLabel(this.#seed, this.#process, stream, purpose)).next()
    const math = this.#seed === 'constant-random' ? 0.5 : random('math')
    switch (this.#shop.id) {
      case 'clock':
        return `${this.#clock.now}`
      case 'random':
        return `${math}`
      case 'clock+random':
        return `${this.#clock.now}${math}`
      case 'counter':
        return `${++this.#cards}`
      case 'crypto':
        return `${random('crypto')}`
      default:
        return this.#shop.id satisfies never
    }
  }

  #set(key: string, balance: number, { exchange }: Caller): void {
    const old = this.#book.get(key)
    this.#book.set(key, balance)
    const [process, store] = [this.#process, { kind: 'variable', name: 'sessions' } as const]
    const before = old === undefined ? null : row(old)
    this.#recorder.emit({ type: 'row-set', process, exchange, store, key, value: row(balance), before })
  }

  #answer(answer: Answer, headers: readonly HeaderLine[], body: string): void {
    const bytes = encoder.encode(body)
    answer.head({ status: 200, reason: 'OK', headers: [['Content-Type', 'text/html'], ...headers] })
    answer.data(bytes, bytes.length)
    answer.end()
  }
}

function row(balance: number): Preview {
  return { type: 'object', entries: [['balance', { type: 'number', text: `${balance}` }]], more: 0 }
}
