import { Clock } from '@/lib/engine/clock'
import { CookieJar } from '@/lib/engine/cookies/jar'
import type { Preview } from '@/lib/engine/sessions/preview'
import type { VisitorId } from '@/lib/engine/story/action'
import type { Event, EventBody, ExchangeId, StoreRef } from '@/lib/engine/trace/event'
import { Recorder } from '@/lib/engine/trace/recorder'
import { storedEvents } from '@/lib/engine/trace/test-sessions'

/** A log for tests, and what the world that wrote it came to. */
export interface TestWorld {
  readonly events: readonly Event[]
  readonly jars: ReadonlyMap<VisitorId, CookieJar>
  /** The rows of the process that runs. */
  readonly rows: ReadonlyMap<string, Preview>
  readonly exchanges: number
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly now: number
}

const EPOCH = Date.UTC(2026, 0, 1)
const STORE: StoreRef = { kind: 'variable', name: 'sessions' }
const URL_TEXT = 'http://localhost:9090/'

interface Underway {
  readonly id: ExchangeId
  readonly visitor: VisitorId
  head: boolean
}

/**
 * A plausible log, from numbers: each is something that happens, whichever is possible then. The same numbers give the
 * same log. Some events name visitors, exchanges and processes that do not exist: no projection may trip over them.
 */
export function testWorld(choices: readonly number[]): TestWorld {
  const scribe = new Scribe()
  for (const choice of choices) scribe.happen(choice)
  const { events, jars, rows, exchanges, clock } = scribe
  return { events, jars, rows, exchanges, now: clock.now }
}

class Scribe {
  readonly clock = new Clock(EPOCH)
  readonly events: Event[] = []
  readonly jars = new Map<VisitorId, CookieJar>()
  readonly rows = new Map<string, Preview>()
  exchanges = 0
  readonly #recorder = new Recorder(this.clock, (event) => this.events.push(event))
  #underway: Underway[] = []
  #process = 1
  #balance = 100

  constructor() {
    this.#emit({ type: 'world-started', seed: 'test', epoch: EPOCH })
    this.#start()
  }

  happen(choice: number): void {
    const steps = [
      () => this.#open(detail),
      () => this.#request(detail),
      () => this.#request(detail),
      () => this.#answer(detail),
      () => this.#answer(detail),
      () => this.#finish(detail),
      () => this.#row(detail),
      () => this.#row(detail),
      () => this.#removeRow(detail),
      () => this.#lines(detail),
      () => this.#print(detail),
      () => this.#advance(detail),
      () => this.#restart(detail),
      () => this.#write(detail),
      () => this.#unknown(detail),
      () => this.#store(detail),
      () => this.#redis(detail),
    ]
    const detail = Math.floor(choice / steps.length)
    steps[choice % steps.length]?.()
  }

  #emit(body: EventBody): void {
    this.#recorder.emit(body)
  }

  #start(): void {
    this.#emit({ type: 'process-started', process: this.#process, server: 'server.js' })
    this.#emit({ type: 'listening', process: this.#process, port: 9090 })
  }

  #open(detail: number): void {
    const visitor = `visitor-${detail % 4}`
    this.#recorder.action = (this.#recorder.action ?? -1) + 1
    this.#emit({ type: 'action-started', started: { type: 'new-visitor', visitor } })
    if (detail % 3 === 0 && this.jars.has(visitor)) {
      for (const decision of this.jars.get(visitor)?.endSession() ?? []) {
        this.#emit({ type: 'cookie', visitor, exchange: null, decision })
      }
      this.#emit({ type: 'visitor-closed', visitor })
    } else {
      if (!this.jars.has(visitor)) this.jars.set(visitor, new CookieJar())
      this.#emit({ type: 'visitor-opened', visitor })
    }
    if (detail % 5 === 0) this.#emit({ type: 'action-ended', outcome: 'impossible', reason: 'visitor-here-already' })
    else this.#emit({ type: 'action-ended', outcome: 'done' })
  }

  #request(detail: number): void {
    const visitors = [...this.jars.keys()]
    const visitor = visitors[detail % visitors.length]
    const jar = visitor === undefined ? undefined : this.jars.get(visitor)
    if (visitor === undefined || !jar) return
    const exchange = ++this.exchanges
    const last = this.#underway.at(-1)
    this.#underway.push({ id: exchange, visitor, head: false })
    this.#emit({
      type: 'request-sent',
      exchange,
      visitor,
      url: `${URL_TEXT}${detail % 5}`,
      request: { method: 'GET', target: `/${detail % 5}`, headers: [], body: new Uint8Array(detail % 4) },
      via: 'address',
      process: this.#process,
      ...(last?.head && detail % 2 === 0 ? { redirectOf: last.id } : {}),
    })
    const context = { url: new URL(URL_TEXT), now: this.clock.now, httpApi: true, method: 'GET' }
    const { decisions } = jar.retrieve({ ...context, sameSiteRequest: true, topLevelNavigation: true })
    for (const decision of decisions) this.#emit({ type: 'cookie', visitor, exchange, decision })
  }

  #answer(detail: number): void {
    const exchange = this.#underway[detail % Math.max(this.#underway.length, 1)]
    if (!exchange) return
    const { id, visitor } = exchange
    if (exchange.head) {
      this.#emit({ type: 'response-data', exchange: id, data: new Uint8Array(detail % 9).fill(65), wire: detail % 9 })
      return
    }
    exchange.head = true
    const line = `sid-${detail % 3}=${detail}; Path=/${detail % 4 === 0 ? '; Max-Age=5' : ''}`
    this.#emit({
      type: 'response-head',
      exchange: id,
      head: { status: 200, reason: 'OK', headers: [['Set-Cookie', line]] },
    })
    const context = { url: new URL(URL_TEXT), now: this.clock.now, httpApi: true, sameSiteRequest: true }
    for (const decision of this.jars.get(visitor)?.receive(line, context) ?? []) {
      this.#emit({ type: 'cookie', visitor, exchange: id, decision })
    }
    const history = (['push', 'replace', 'back'] as const)[detail % 3] ?? 'push'
    this.#emit({ type: 'page-shown', visitor, exchange: id, url: URL_TEXT, history })
  }

  #finish(detail: number): void {
    const exchange = this.#underway[detail % Math.max(this.#underway.length, 1)]
    if (!exchange) return
    this.#underway = this.#underway.filter((other) => other !== exchange)
    if (exchange.head && detail % 3 > 0) this.#emit({ type: 'response-ended', exchange: exchange.id })
    else this.#emit({ type: 'exchange-failed', exchange: exchange.id, failure: 'timed-out' })
  }

  #row(detail: number): void {
    const key = ['a', 'b', '17953920000000.6551540487702722', '__proto__', `row-${detail}`][detail % 5] ?? 'a'
    this.#balance -= 10
    const text = String(this.#balance)
    const value: Preview = { type: 'object', entries: [['balance', { type: 'number', text }]], more: 0 }
    const before = this.rows.get(key) ?? null
    this.rows.set(key, value)
    this.#emit({
      type: 'row-set',
      process: this.#process,
      exchange: this.#someone(detail),
      store: STORE,
      key,
      value,
      before,
    })
  }

  #removeRow(detail: number): void {
    const [key, before] = [...this.rows][detail % Math.max(this.rows.size, 1)] ?? []
    if (key === undefined || before === undefined) return
    this.rows.delete(key)
    this.#emit({
      type: 'row-removed',
      process: this.#process,
      exchange: this.#someone(detail),
      store: STORE,
      key,
      before,
    })
    this.#emit({ type: 'rows-uncounted', process: this.#process, store: STORE, count: detail % 3 })
  }

  #store(detail: number): void {
    for (const body of storedEvents(detail, this.#process, this.#someone(detail))) this.#emit(body)
  }

  #lines(detail: number): void {
    const lines = [...new Set([detail % 7, detail % 11, detail % 13])].sort((a, b) => a - b).map((line) => line + 1)
    const file = detail % 2 === 0 ? 'server.js' : 'views/user.html'
    this.#emit({ type: 'lines-ran', process: this.#process, exchange: this.#someone(detail), file, lines })
  }

  #print(detail: number): void {
    const common = { process: this.#process, exchange: this.#someone(detail) }
    if (detail % 3 > 0) this.#emit({ type: 'console', ...common, stream: 'stdout', text: `${detail}\n` })
    else this.#emit({ type: 'fault', ...common, fault: 'uncaught-error', message: `${detail}` })
  }

  #advance(detail: number): void {
    const from = this.clock.now
    this.clock.moveTo(from + (detail % 4) * 1000 + 1)
    for (const [visitor, jar] of this.jars) {
      for (const decision of jar.expire(this.clock.now))
        this.#emit({ type: 'cookie', visitor, exchange: null, decision })
    }
    this.#emit({ type: 'clock-moved', from, to: this.clock.now, cause: detail % 2 === 0 ? 'advance' : 'wait' })
  }

  #restart(detail: number): void {
    if (detail % 3 > 0) return
    const process = this.#process++
    this.#emit({ type: 'listening-ended', process, port: 9090 })
    this.#emit({ type: 'process-exited', process, server: 'server.js', code: 0, cause: 'restart' })
    this.rows.clear()
    this.#start()
  }

  #write(detail: number): void {
    const common = { process: detail % 5 === 0 ? null : this.#process, exchange: this.#someone(detail) }
    const path = `sessions/${detail % 3}.json`
    if (detail % 4 === 0) this.#emit({ type: 'file-removed', ...common, path })
    else {
      const content = detail % 4 === 1 ? '' : `{"visit":${detail}}`
      const more = { content, cut: 0, size: content.length, isNew: detail % 3 === 0 }
      this.#emit({ type: 'file-written', ...common, path, ...more })
    }
  }

  #redis(detail: number): void {
    if (detail % 7 === 0) this.#emit({ type: 'redis-state', up: detail % 2 === 0 })
    const exchange = this.#someone(detail)
    const process = exchange === null && detail % 3 === 0 ? null : this.#process
    const command = ['GET', `key-${detail % 5}`]
    this.#emit({ type: 'redis-command', process, exchange, command, reply: String(detail), failed: detail % 4 === 0 })
  }

  #unknown(detail: number): void {
    const exchange = 900_000 + detail
    const bodies: EventBody[] = [
      { type: 'response-ended', exchange },
      { type: 'response-data', exchange, data: new Uint8Array(3), wire: 3 },
      { type: 'page-shown', visitor: 'nobody', exchange, url: URL_TEXT, history: 'back' },
      { type: 'listening', process: 900, port: 1 },
      { type: 'process-exited', process: 900, server: 'nothing.js', code: 1, cause: 'fault' },
      {
        type: 'row-removed',
        process: 900,
        exchange,
        store: STORE,
        key: 'gone',
        before: { type: 'null', text: 'null' },
      },
      { type: 'visitor-closed', visitor: 'nobody' },
    ]
    const body = bodies[detail % bodies.length]
    if (body) this.#emit(body)
  }

  #someone(detail: number): ExchangeId | null {
    return this.#underway[detail % (this.#underway.length + 1)]?.id ?? null
  }
}
