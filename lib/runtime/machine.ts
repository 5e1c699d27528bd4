import { type Clock, earliest } from '@/lib/engine/clock'
import type { HttpRequest } from '@/lib/engine/http/message'
import type { Answer, Caller, Machine as EngineMachine } from '@/lib/engine/network/machine'
import type { Balancing, ServerName, VisitorId } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { ExchangeId, Impossible, ProcessId } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { Balancer } from '@/lib/runtime/balancer'
import { boot } from '@/lib/runtime/boot'
import { RunBudget } from '@/lib/runtime/budget'
import { Disk } from '@/lib/runtime/disk'
import { instrumentOnce } from '@/lib/runtime/instrument/instrument'
import { DEFAULT_LIMITS } from '@/lib/runtime/limits'
import type { Loop } from '@/lib/runtime/loop'
import type { Chunks } from '@/lib/runtime/packages/chunks'
import { Packages } from '@/lib/runtime/packages/loader'
import { Process } from '@/lib/runtime/process'
import type { Realm } from '@/lib/runtime/realm'
import type { ServerAnswer } from '@/lib/runtime/realm/env'
import { faultOfOurs, replacedBy } from '@/lib/runtime/recovery'
import { REDIS_PORT, RedisService } from '@/lib/runtime/redis/service'
import { Servers } from '@/lib/runtime/servers'
import { type Service, serviceAt } from '@/lib/runtime/services'

/** What a machine is made of besides its program. */
export interface MachineParts {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly realm: Realm
  /** What was fetched for this program. */
  readonly chunks: Chunks
}

/** The machine of one world: its servers, which are processes that share their ports, a disk and one JavaScript realm. */
export class Machine implements EngineMachine {
  readonly #program: Program
  readonly #options: WorldOptions
  readonly #clock: Clock
  readonly #recorder: Recorder
  readonly #budget: RunBudget
  readonly #disk: Disk
  readonly #packages: Packages
  readonly #servers = new Servers((name) => this.#launch(name))
  readonly #instrument = instrumentOnce()
  readonly #balancer: Balancer
  readonly #realm: Realm
  readonly redis: RedisService
  #storeCalls = 0
  /** Whether a program may have been at built-ins since they were put back. */
  #touched = false
  readonly loop: Loop
  /** Whether `recover` ever did. What fails after that may have its cause in what was left half done then. */
  recovered = false

  constructor(program: Program, options: WorldOptions, parts: MachineParts) {
    this.#program = program
    this.#options = options
    this.#clock = parts.clock
    this.#recorder = parts.recorder
    this.#budget = new RunBudget({ ...DEFAULT_LIMITS, ...options.limits })
    this.#packages = new Packages(parts.chunks)
    this.#balancer = new Balancer(options.balancing ?? 'round-robin')
    this.#realm = parts.realm
    this.#realm.followClock(parts.clock)
    this.#disk = new Disk(program, parts)
    this.redis = new RedisService({ clock: parts.clock, recorder: parts.recorder, seed: options.seed })
    this.loop = parts.realm.loop
    this.loop.hasPromises = false
    this.loop.onAfterCallback = () => this.#flush()
  }

  start(): void {
    for (let count = 0; count < (this.#options.servers ?? 1); count++) this.#servers.add()
  }

  restart(server?: ServerName): Impossible | null {
    // First of all, so that the rest meets no method that the ended ones put there.
    const early = server === undefined ? this.#realm.reset() : []
    if (server !== undefined && !this.#servers.find(server)) return 'no-server'
    this.#disk.disarm()
    for (const process of this.#servers.running) {
      if (server === undefined || process.server === server) process.end(0, 'restart')
    }
    // What the ended ones did to built-ins can only be undone once nobody uses them.
    const frozen = server !== undefined && this.#servers.running.length === 0 ? this.#realm.reset() : early
    this.#servers.startAnew(server)
    if (frozen.length > 0) {
      const message = `${frozen.slice(0, 5).join(', ')}${frozen.length > 5 ? ' …' : ''}`
      this.#recorder.emit({ type: 'fault', process: null, exchange: null, fault: 'frozen-built-ins', message })
    }
    return null
  }

  addServer(): Impossible | null {
    return this.#servers.add() ? null : 'too-many-servers'
  }

  stopServer(server: ServerName): Impossible | null {
    const process = this.#servers.find(server)
    if (!process?.alive) return 'no-server'
    process.end(0, 'stop')
    return null
  }

  balance(by: Balancing): void {
    this.#balancer.balance(by)
  }

  crashInNextWrite(): void {
    this.#disk.crashInNextWrite()
  }

  writeFile(path: string, content: string | null): Impossible | null {
    return this.#disk.writeByHand(path, content)
  }

  #launch(server: ServerName): Process {
    const process = new Process(this.#servers.processes.length + 1, server, {
      clock: this.#clock,
      recorder: this.#recorder,
      loop: this.loop,
      seed: this.#options.seed,
      budget: this.#budget,
      isProxy: this.#realm.isProxy,
      engine: (run) => this.#realm.engine(run),
      aside: (run) =>
        this.#realm.aside((names) => run(names.length === 0 ? null : replacedBy(this.#program.files, names))),
      claimPort: (port) => this.#claimPort(server, port),
      nextStoreCall: () => ++this.#storeCalls,
      connect: (host, port) => serviceAt(host, port, this.#services()),
    })
    this.#recorder.emit({ type: 'process-started', process: process.id, server: process.server })
    this.#touched = true
    this.loop.post(process.main, () =>
      boot({
        process,
        program: this.#program,
        watch: this.#options.watch,
        clock: this.#clock,
        realm: this.#realm,
        disk: this.#disk,
        packages: this.#packages,
        instrument: this.#instrument,
        request: (...call) => this.#requestInside(process, ...call),
      }),
    )
    return process
  }

  /** Ends every process. */
  end(): void {
    for (const process of this.#servers.running) process.end(0, 'exit')
  }

  ports(): readonly number[] {
    const all: number[] = []
    const { running } = this.#servers
    for (let i = 0; i < running.length; i++) {
      const own = running[i]?.ports ?? []
      for (let k = 0; k < own.length; k++) {
        const port = own[k]
        if (port !== undefined && !isIn(all, port)) all[all.length] = port
      }
    }
    return all
  }

  choose(port: number, visitor: VisitorId): ProcessId | null {
    return this.#listener(port, visitor)?.id ?? null
  }

  nextExpiry(): number | null {
    const { now } = this.#clock
    // A program's own `map` or `filter` would have a say in the answer.
    return this.#realm.aside(() => {
      const rows = this.#servers.running.map(({ sessions }) => sessions.nextExpiry(now))
      return earliest([...rows, this.#disk.nextExpiry(now), this.redis.nextExpiry()])
    })
  }

  /** What listens besides servers, by port. */
  #services(): ReadonlyMap<number, Service> {
    return new Map(this.redis.up ? [[REDIS_PORT, this.redis]] : [])
  }

  deliver(chosen: ProcessId, port: number, request: HttpRequest, caller: Caller, answer: Answer): void {
    const process = this.#servers.running.find(({ id }) => id === chosen)
    if (process) process.deliver(port, request, caller, answer)
    else answer.fail('connection-refused')
  }

  abandon(exchange: ExchangeId): void {
    for (const process of this.#servers.running) process.abandon(exchange)
  }

  beginAction(): void {
    this.#budget.reset()
  }

  async drain(): Promise<void> {
    await this.loop.drain()
    this.#afterwards()
  }

  async rest(): Promise<void> {
    await this.loop.rest()
    this.#afterwards()
  }

  #afterwards(): void {
    const { running } = this.#servers
    for (let i = 0; i < running.length; i++) running[i]?.exitIfIdle()
    this.#cleanUp()
  }

  /** Once no program runs, nobody has a claim to what they did to built-ins. */
  #cleanUp(): void {
    if (this.#touched && this.#servers.running.length === 0) {
      this.#touched = false
      this.#realm.reset()
    }
  }

  aside<T>(run: () => T): T {
    return this.#realm.engine(run)
  }

  recover(error: unknown): boolean {
    const names = this.#realm.healed()
    if (names === null || names.length === 0) return false
    this.recovered = true
    const { current } = this.loop
    if (current) current.process.observer.flush(current)
    this.loop.clear()
    const { running, processes } = this.#servers
    const process = (running[0] ?? processes.at(-1))?.id ?? null
    const replaced = replacedBy(this.#program.files, names)
    this.#recorder.emit(faultOfOurs(replaced, error, { process, exchange: current?.exchange ?? null }))
    for (const process of running) process.end(1, 'fault')
    return true
  }

  turn(): Promise<void> {
    return this.loop.turn()
  }

  /** A promise was rejected and nobody looked: it ends the process whose turn it is. */
  unhandledRejection(reason: unknown): void {
    const context = this.loop.current
    context?.process.uncaught(reason, 'unhandled-rejection')
  }

  /** A request from one program to another of the same world, not an exchange of a visitor. */
  #requestInside(from: Process, host: string, port: number, request: HttpRequest, answer: ServerAnswer): void {
    const context = from.context
    const back = (run: () => void) => this.loop.post(context, run)
    const homeward: Answer = {
      head: (head) => back(() => answer.head(head)),
      data: (piece, wire) => back(() => answer.data(piece, wire)),
      end: () => back(() => answer.end()),
      fail: (failure) => back(() => answer.fail(failure)),
    }
    const target = this.#listener(port, null)
    if (!/^(localhost|127\.0\.0\.1|\[?::1\]?)$/.test(host)) homeward.fail('unknown-host')
    else if (!target) homeward.fail('connection-refused')
    else target.deliverInside(port, request, context, homeward)
  }

  /** Different servers may share a port; one server can listen on it only once. */
  #claimPort(server: ServerName, port: number): number | null {
    if (port !== 0) return isIn(this.#servers.find(server)?.ports ?? [], port) ? null : port
    const taken = this.ports()
    let free = 49_152
    while (isIn(taken, free)) free++
    return free
  }

  #listener(port: number, visitor: VisitorId | null): Process | undefined {
    const listeners: Process[] = []
    const { running } = this.#servers
    for (let i = 0; i < running.length; i++) {
      const process = running[i]
      if (process && isIn(process.ports, port)) listeners[listeners.length] = process
    }
    return this.#balancer.choose(port, visitor, listeners)
  }

  #flush(): void {
    const current = this.loop.current
    if (current?.process.alive) current.process.observer.flush(current)
  }
}

/** A loop: a program's own `includes` would have a say in which ports are open. */
function isIn(list: readonly number[], wanted: number): boolean {
  for (let i = 0; i < list.length; i++) if (list[i] === wanted) return true
  return false
}
