import { Buffer } from 'buffer'
import { format, formatWithOptions, inspect } from 'node-inspect-extracted'
import type { Clock } from '@/lib/engine/clock'
import type { HttpRequest } from '@/lib/engine/http/message'
import type { Answer, Caller, Machine as EngineMachine } from '@/lib/engine/network/machine'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { attribution } from '@/lib/runtime/attribution'
import { RunBudget } from '@/lib/runtime/budget'
import { compilerFor } from '@/lib/runtime/compile'
import { Disk, HOME } from '@/lib/runtime/disk'
import { builtins } from '@/lib/runtime/generated/realm'
import { DEFAULT_LIMITS } from '@/lib/runtime/limits'
import type { Loop } from '@/lib/runtime/loop'
import { type Compile, ModuleRegistry } from '@/lib/runtime/modules'
import type { Chunks } from '@/lib/runtime/packages/chunks'
import { Packages } from '@/lib/runtime/packages/loader'
import { dependenciesOf } from '@/lib/runtime/packages/manifest'
import { Process } from '@/lib/runtime/process'
import { processGlobals } from '@/lib/runtime/process-globals'
import type { Realm } from '@/lib/runtime/realm'
import type { RealmEnv, ServerAnswer } from '@/lib/runtime/realm/env'

/** What a machine is made of besides its program. */
export interface MachineParts {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly realm: Realm
  /** What was fetched for this program. */
  readonly chunks: Chunks
}

/** The machine of one world: its processes, their ports and their disk. */
export class Machine implements EngineMachine {
  readonly #program: Program
  readonly #options: WorldOptions
  readonly #clock: Clock
  readonly #recorder: Recorder
  readonly #budget: RunBudget
  readonly #disk: Disk
  readonly #processes: Process[] = []
  readonly #packages: Packages
  readonly #realm: Realm
  readonly loop: Loop

  constructor(program: Program, options: WorldOptions, parts: MachineParts) {
    this.#program = program
    this.#options = options
    this.#clock = parts.clock
    this.#recorder = parts.recorder
    this.#budget = new RunBudget({ ...DEFAULT_LIMITS, ...options.limits })
    this.#packages = new Packages(parts.chunks)
    this.#realm = parts.realm
    this.#realm.followClock(parts.clock)
    // After the clock: files are as old as their world.
    this.#disk = new Disk(program, parts.recorder, parts.realm.loop)
    this.loop = parts.realm.loop
    this.loop.onAfterCallback = () => this.#flush()
  }

  start(): void {
    const process = new Process(this.#processes.length + 1, 'server', {
      clock: this.#clock,
      recorder: this.#recorder,
      loop: this.loop,
      seed: this.#options.seed,
      budget: this.#budget,
      isProxy: this.#realm.isProxy,
      claimPort: (_process, port) => this.#claimPort(port),
    })
    this.#processes.push(process)
    this.#recorder.emit({ type: 'process-started', process: process.id, server: process.server })
    this.loop.post(process.main, () => this.#boot(process))
  }

  restart(): void {
    for (const process of this.#processes) process.end(0, 'restart')
    const frozen = this.#realm.reset()
    this.start()
    if (frozen.length > 0) {
      const message = `${frozen.slice(0, 5).join(', ')}${frozen.length > 5 ? ' …' : ''}`
      this.#recorder.emit({ type: 'fault', process: null, exchange: null, fault: 'frozen-built-ins', message })
    }
  }

  /** Ends every process. */
  end(): void {
    for (const process of this.#processes) process.end(0, 'exit')
  }

  ports(): readonly number[] {
    return this.#processes.flatMap((process) => process.ports)
  }

  processAt(port: number): ProcessId | null {
    return this.#listener(port)?.id ?? null
  }

  deliver(port: number, request: HttpRequest, caller: Caller, answer: Answer): void {
    const process = this.#listener(port)
    if (process) process.deliver(port, request, caller, answer)
    else answer.fail('connection-refused')
  }

  abandon(exchange: ExchangeId): void {
    for (const process of this.#processes) process.abandon(exchange)
  }

  beginAction(): void {
    this.#budget.reset()
  }

  async drain(): Promise<void> {
    await this.loop.drain()
    for (const process of this.#processes) process.exitIfIdle()
  }

  turn(): Promise<void> {
    return this.loop.turn()
  }

  /** A promise was rejected and nobody looked: it ends the process whose turn it is. */
  unhandledRejection(reason: unknown): void {
    const context = this.loop.current
    context?.process.uncaught(reason, 'unhandled-rejection')
  }

  #boot(process: Process): void {
    const { entry } = this.#program
    const globals = processGlobals({ process, clock: this.#clock, loop: this.loop, entry, load: (name) => load(name) })
    this.#realm.enter(process, globals)
    const compile: Compile = compilerFor({
      process,
      entry,
      watch: this.#options.watch,
      importModule: (name) => registry.requireFrom(HOME, name),
    })
    process.attach(globals.process)
    const registry = new ModuleRegistry({
      disk: this.#disk,
      builtins,
      dependencies: dependenciesOf(this.#program),
      load: (module) => load(module),
      compile,
    })
    const load = this.#packages.loaderFor(this.#environment(process, registry))
    registry.runMain(`${HOME}/${entry}`)
    process.started()
  }

  #environment(process: Process, registry: ModuleRegistry): RealmEnv {
    return {
      ...attribution(process),
      nextTick: (callback, ...args) => this.loop.postTick(process.context, () => callback(...args)),
      hostOperation: (operate, done) => process.hostOperation(operate, done),
      randomBytes: (length) => process.context.randomBytes(length),
      Buffer,
      allocate: (bytes) => process.takeMemory(bytes),
      inspect,
      format,
      formatWithOptions,
      disk: this.#disk.surface,
      listen: (port, accept) => process.listen(port, accept),
      request: (host, port, request, answer) => this.#requestInside(process, host, port, request, answer),
      requireFromProgram: (name) => registry.requireFrom(HOME, name),
      handlerFailed: (error) => process.handlerFailed(error),
      answeredTwice: (message) =>
        process.report('answered-twice', message, process.context, process.observer.placeNow()),
    }
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
    const target = this.#listener(port)
    if (!/^(localhost|127\.0\.0\.1|\[?::1\]?)$/.test(host)) homeward.fail('unknown-host')
    else if (!target) homeward.fail('connection-refused')
    else target.deliverInside(port, request, context, homeward)
  }

  #claimPort(port: number): number | null {
    const taken = this.ports()
    if (port !== 0) return taken.includes(port) ? null : port
    let free = 49_152
    while (taken.includes(free)) free++
    return free
  }

  #listener(port: number): Process | undefined {
    return this.#processes.find((process) => process.ports.includes(port))
  }

  #flush(): void {
    const current = this.loop.current
    if (current?.process.alive) current.process.observer.flush(current)
  }
}
