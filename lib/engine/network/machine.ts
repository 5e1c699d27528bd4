import type { HttpRequest, ResponseHead } from '@/lib/engine/http/message'
import type { ExchangeFailure, ExchangeId, ProcessId } from '@/lib/engine/trace/event'

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

/**
 * The machine that servers run on, as the engine knows it: something that answers a request.
 * The runtime implements it over the real packages; tests may over a function.
 */
export interface Machine {
  /** Starts the program as a new process. What it does happens during `drain`. */
  start(): void
  /** Ends every process and starts anew. */
  restart(): void
  /** Ports that something listens on, in the order in which they were opened. */
  ports(): readonly number[]
  /** The process that listens on a port; `null` when nothing does. */
  processAt(port: number): ProcessId | null
  /** Hands a request to whatever listens on `port`. Called only where `processAt` gave a process. */
  deliver(port: number, request: HttpRequest, caller: Caller, answer: Answer): void
  /** The visitor gave up: the server sees its connection close. */
  abandon(exchange: ExchangeId): void
  /** Lets everything due at this moment run to its end: callbacks, ticks, microtasks, immediates, host operations. */
  drain(): Promise<void>
  /** Lets one turn of the machine's event loop pass: a host operation under way gets on by one step. */
  turn(): Promise<void>
  /** A new action begins: its budget is whole again. */
  beginAction(): void
}
