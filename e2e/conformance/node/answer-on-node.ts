import { route } from '@/lib/engine/network/hosts'
import { streamLabel } from '@/lib/engine/random'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event, EventOf, ExchangeFailure, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import { chooseRelease, OFFERED } from '@/lib/lessons/packages/choose'
import { dependenciesOf } from '@/lib/runtime/packages/manifest'
import { comparable } from '../comparable'
import { type Answer, type Exchange, exchangesOf } from '../exchanges'
import { install, type OnDisk } from './installation'
import type { Labels } from './messages'
import { RedisOnNode } from './redis-on-node'
import type { Sending } from './send'
import { ServerProcess } from './server-process'

/** What real Node made of a log. */
export interface NodeAnswers {
  /** By exchange; none for those that never left for a server, or that Node can't be asked about. */
  readonly answers: ReadonlyMap<ExchangeId, Answer>
  /** What differed besides the answers. */
  readonly differences: readonly string[]
}

/** Failures that are the visitor's own doing, or that no server had a part in. */
const NEVER_SENT: readonly ExchangeFailure[] = ['unknown-host', 'bad-url', 'too-many-redirects', 'connection-refused']

/**
 * Sends what a world's visitors sent, byte for byte and at the same moments, to the same program on real Node: to as
 * many processes as the world had, over the same restarts, on a real disk, with a real Redis where there was one.
 */
export async function answerOnNode(
  program: Program,
  options: Pick<WorldOptions, 'seed' | 'epoch'>,
  log: readonly Event[],
): Promise<NodeAnswers> {
  const disk = await install(program, options.epoch)
  const redis = usesRedis(program, log) ? await RedisOnNode.start(disk.home) : null
  const replay = new Replay(program, options.seed, log, disk, redis)
  try {
    return await replay.run()
  } finally {
    await replay.end()
    await redis?.end()
    await disk.remove()
  }
}

function usesRedis(program: Program, log: readonly Event[]): boolean {
  return (
    log.some(({ type }) => type === 'redis-command') || Object.values(program.files).some((text) => /redis/.test(text))
  )
}

/** One walk through a log, doing on Node what it says was done. */
class Replay {
  readonly #program: Program
  readonly #seed: string
  readonly #log: readonly Event[]
  readonly #disk: OnDisk
  readonly #redis: RedisOnNode | null
  readonly #exchanges: ReadonlyMap<ExchangeId, Exchange>
  /** `started`: once it listens as the world's did. */
  readonly #processes = new Map<ProcessId, { process: ServerProcess; started: Promise<ServerProcess> }>()
  /** Ports that somebody listens on in the world, in the order in which they were opened. */
  #ports: { readonly process: ProcessId; readonly port: number }[] = []
  readonly #underWay = new Map<ExchangeId, Sending>()
  readonly #answers = new Map<ExchangeId, Answer>()
  readonly #differences: string[] = []

  constructor(program: Program, seed: string, log: readonly Event[], disk: OnDisk, redis: RedisOnNode | null) {
    this.#program = program
    this.#seed = seed
    this.#log = log
    this.#disk = disk
    this.#redis = redis
    this.#exchanges = new Map(exchangesOf(log).map((exchange) => [exchange.id, exchange]))
  }

  async run(): Promise<NodeAnswers> {
    const { until } = comparable(this.#log)
    for (const event of this.#log.slice(0, until)) await this.#follow(event)
    for (const id of this.#underWay.keys()) await this.#complete(id)
    return { answers: this.#answers, differences: this.#differences }
  }

  async end(): Promise<void> {
    for (const { process } of this.#processes.values()) await process.end()
  }

  async #follow(event: Event): Promise<void> {
    switch (event.type) {
      case 'process-started':
        return this.#start(event)
      case 'listening':
        this.#ports.push(event)
        return
      case 'listening-ended':
        this.#ports = this.#ports.filter(({ process, port }) => process !== event.process || port !== event.port)
        return
      case 'request-sent':
        return this.#send(event)
      case 'response-ended':
      case 'exchange-failed':
        return this.#complete(event.exchange)
      case 'process-exited':
        return this.#exited(event)
      case 'file-written':
        // A person's, or what a power failure left: Node's own process did not come so far.
        if (event.process === null || event.torn) await this.#disk.write(event.path, event.content)
        return
      case 'file-removed':
        if (event.process === null) await this.#disk.write(event.path, null)
        return
      case 'redis-command':
        if (event.process === null) await this.#redis?.command(event.command)
        return
      case 'redis-state':
        await this.#moveTo(event.at)
        return event.up ? this.#redis?.start() : this.#redis?.stop()
      case 'clock-moved':
        await this.#redis?.pass(event.to - event.from)
        return this.#moveTo(event.to)
    }
  }

  /** Starts a process, beside others that start at that moment; not one that nothing is ever asked of. */
  #start({ process: id, at }: EventOf<'process-started'>): void {
    if (![...this.#exchanges.values()].some(({ process }) => process === id)) return
    const process = new ServerProcess(this.#disk, {
      now: at,
      labels: this.#labels(id, 'main'),
      aliases: aliasesOf(this.#program),
      redisPort: this.#redis?.port ?? null,
    })
    const ports = this.#log.flatMap((event) => (event.type === 'listening' && event.process === id ? [event.port] : []))
    const started = process.listening(ports).then(() => process)
    // Whoever waits for it hears of it.
    started.catch(() => {})
    this.#processes.set(id, { process, started })
  }

  async #send({ exchange: id }: EventOf<'request-sent'>): Promise<void> {
    const exchange = this.#exchanges.get(id)
    if (!exchange || exchange.process === null || this.#isNeverSent(exchange)) return
    const { url, request, redirectOf, stream, sent, process } = exchange
    await this.#moveTo(sent)
    if (redirectOf !== null) await this.#underWay.get(redirectOf)?.head
    const target = route(url, [...new Set(this.#ports.map(({ port }) => port))])
    const server = this.#processes.get(process)?.process
    if (!server || target.kind !== 'port') throw new Error(`nothing on Node stands for process ${process}`)
    this.#underWay.set(id, await server.send(target.port, request, sent, this.#labels(process, stream)))
  }

  /** What a world's power failure cut short is not begun on Node: it would come to its end there. */
  #isNeverSent({ process, seq, id, answer }: Exchange): boolean {
    if (answer.failure !== null && NEVER_SENT.includes(answer.failure)) return true
    return this.#log.some(
      (event) =>
        event.type === 'process-exited' &&
        event.cause === 'crash' &&
        event.process === process &&
        event.seq > seq &&
        !this.#log.slice(seq, event.seq).some((other) => other.type === 'response-ended' && other.exchange === id),
    )
  }

  /** Lets virtual time go on for all that run. */
  async #moveTo(moment: number): Promise<void> {
    for (const { started } of this.#processes.values()) await (await started).moveTo(moment)
  }

  /** An exchange is over in the world: it is on Node, too, once as much time has gone by. */
  async #complete(id: ExchangeId): Promise<void> {
    const sending = this.#underWay.get(id)
    const exchange = this.#exchanges.get(id)
    if (!sending || !exchange) return
    if (Number.isFinite(exchange.ended)) await this.#moveTo(exchange.ended)
    if (exchange.answer.failure === 'timed-out') sending.giveUp()
    this.#answers.set(id, await sending.answer)
    this.#underWay.delete(id)
    // Real time went by meanwhile.
    await this.#redis?.pass(0)
  }

  async #exited({ process: id, cause, at }: EventOf<'process-exited'>): Promise<void> {
    const known = this.#processes.get(id)
    if (!known) return
    const server = await known.started
    if (cause !== 'exit' && cause !== 'fault') return server.end()
    await server.moveTo(at)
    await server.ended().catch(() => this.#differences.push(`process ${id} ended in the world, and lives on on Node`))
  }

  #labels(id: ProcessId, exchange: string): Labels {
    const label = (purpose: 'math' | 'crypto') => streamLabel(this.#seed, id, exchange, purpose)
    return { math: label('math'), crypto: label('crypto') }
  }
}

/** What the program's `package.json` makes of packages' names. */
function aliasesOf(program: Program): Readonly<Record<string, string>> {
  const wanted = dependenciesOf(program)
  const chosen = OFFERED.map((name) => [name, chooseRelease(name, wanted[name])?.module ?? name] as const)
  return Object.fromEntries(chosen.filter(([name, module]) => name !== module))
}
