import type { HttpRequest, ResponseHead } from '@/lib/engine/http/message'
import type { Balancing, ServerName, VisitorId } from '@/lib/engine/story/action'
import type { ExchangeFailure, ExchangeId, Impossible, ProcessId } from '@/lib/engine/trace/event'

/** The visitor's end of an exchange: what a server's answer is written to, piece by piece. */
export interface Answer {
  head(head: ResponseHead): void
  /** A piece of the body with transfer coding removed; `wire` is its size on the wire in bytes. */
  data(piece: Uint8Array, wire: number): void
  end(): void
  /** The connection broke before the answer was complete. */
  fail(failure: ExchangeFailure): void
}

/** Who the request is from, for attribution. */
export interface Caller {
  readonly exchange: ExchangeId
  /** Label for the exchange's randomness; the same for the same action in every replay. */
  readonly stream: string
}

/** The Redis of a world, as people handle it. It runs from the start, and keeps its data when it is stopped. */
export interface RedisControl {
  readonly up: boolean
  start(): void
  /** Its connections break, and new ones are refused. */
  stop(): void
  /** A person types a command in redis-cli; the answer is an event. */
  command(words: readonly string[]): void
}

/**
 * The machine that servers run on, as the engine knows it: something that answers a request.
 * The runtime implements it over the real packages; tests may over a function.
 */
export interface Machine {
  /** Starts the program as a new process of every server. What they do happens during `drain`. */
  start(): void
  /**
   * Ends every process, or those of one server, and starts anew, also what was stopped. What programs did to JavaScript's
   * own objects is undone only where no process lives on: servers share them.
   */
  restart(server?: ServerName): Impossible | null
  addServer(): Impossible | null
  /** Ends a server's process. */
  stopServer(server: ServerName): Impossible | null
  /** How requests are shared out from here on. */
  balance(by: Balancing): void
  /** Half of what a process writes next to a file arrives, and the process is gone. A restart before that is the end of it. */
  crashInNextWrite(): void
  /** A person writes a file, or with `null` deletes it. */
  writeFile(path: string, content: string | null): Impossible | null
  readonly redis: RedisControl
  /** Ports that something listens on, in the order in which they were opened. */
  ports(): readonly number[]
  /**
   * The process that answers a visitor's next request to a port; `null` when nothing listens. Where several do, each
   * call is one turn: to be asked once a request.
   */
  choose(port: number, visitor: VisitorId): ProcessId | null
  /** Hands a request to the process that `choose` gave. */
  deliver(process: ProcessId, port: number, request: HttpRequest, caller: Caller, answer: Answer): void
  /** The next moment after now at which something that a store keeps expires; `null` when nothing will. */
  nextExpiry(): number | null
  /** The visitor gave up: the server sees its connection close. */
  abandon(exchange: ExchangeId): void
  /** Lets everything due at this moment run to its end: callbacks, ticks, microtasks, immediates, host operations. */
  drain(): Promise<void>
  /** The same, leaving out nothing that JavaScript itself may still have to do: to be asked before time passes. */
  rest(): Promise<void>
  /** Lets one turn of the machine's event loop pass: a host operation under way gets on by one step. */
  turn(): Promise<void>
  /**
   * Runs code of the engine that enters no program, over JavaScript's own functions as they were: whatever a program put
   * in their place has no say in which cookies a visitor keeps and sends.
   */
  aside<T>(run: () => T): T
  /**
   * Something of ours failed. `true`: because the program had put something else in the place of built-ins. They are back
   * then, a fault tells about it, and the servers have ended as by any fault; the world can go on.
   */
  recover(error: unknown): boolean
  /** A new action begins: its budget is whole again. */
  beginAction(): void
}
