import type { Buffer as BufferType } from 'buffer'
import type { HttpRequest, ResponseHead } from '@/lib/engine/http/message'
import type { SessionDecision } from '@/lib/engine/sessions/decision'
import type { EventOf, ExchangeFailure } from '@/lib/engine/trace/event'
import type { HASHES } from '@/lib/runtime/hashes'
import type { ConnectFailure } from '@/lib/runtime/services'

/** What one process's instance of Node's built-ins gets from the runtime. A realm is made anew for every process. */
export interface RealmEnv {
  readonly nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) => void
  /** Does a host operation (disk, expensive crypto) soon, counted; its outcome arrives as a callback of its own. */
  readonly hostOperation: <T>(operate: () => T, done: (error: unknown, value?: T) => void) => void
  /** On whose behalf code runs at this moment, to be remembered. */
  readonly context: () => unknown
  /** From here on, code runs on behalf of what `context` gave (of the same as before, when given anything else). Gives what it was before. */
  readonly resume: (context: unknown) => unknown
  /** A function that runs on behalf of whoever made it, whoever calls it; gives anything else back as it is. */
  readonly bind: (callback: unknown) => unknown
  /** An AbortSignal, as far as Redis clients need it, that aborts after so many virtual milliseconds. */
  readonly abortAfter: (milliseconds: number) => AbortTimer
  /** Seeded bytes. */
  readonly randomBytes: (length: number) => Uint8Array
  readonly Buffer: typeof BufferType
  /** Modules of hash functions by name. */
  readonly hashes: typeof HASHES
  /** Memory is about to be asked for, in bytes. Throws when it is too much. */
  readonly allocate: (bytes: number) => void
  readonly inspect: (value: unknown, options?: object) => string
  readonly format: (...args: unknown[]) => string
  readonly formatWithOptions: (options: object, ...args: unknown[]) => string
  /** The world's disk, by memfs. */
  readonly disk: DiskSurface
  /** Opens a port of the virtual network; `null` when it is in use. */
  readonly listen: (port: number, accept: Accept) => { readonly port: number; close(): void } | null
  /** Sends a request to a server of this world. */
  readonly request: (host: string, port: number, request: HttpRequest, answer: ServerAnswer) => void
  /** Begins a connection to a service of this world. */
  readonly connect: (host: string, port: number, events: SocketEvents) => Wire
  /** `require` as the program's entry file would call it. */
  readonly requireFromProgram: (name: string) => unknown
  /** A response was written to after its head was sent or after its end. */
  readonly answeredTwice: (message: string) => void
  /** An error's stack as Node has it. */
  readonly stackOf: (error: { readonly stack?: unknown }) => unknown
  /** Express's last resort has an error of a handler. */
  readonly handlerFailed: (error: unknown) => void
  /** Hears what express-session decides and asks. */
  readonly sessions: SessionWitness
}

/** A call of a session store, as express-session makes it. */
export type StoreCall = Pick<EventOf<'store-call'>, 'name' | 'method' | 'id' | 'by' | 'unheard'>

/** Hears what express-session decides and asks. Nothing of it runs code of the program's, and nothing throws. */
export interface SessionWitness {
  readonly decided: (decision: SessionDecision) => void
  /**
   * A store is about to be asked. What is returned is to be called when it answers, with what it gave to its callback
   * and what to run then; gives what `run` gives.
   */
  readonly asked: (call: StoreCall) => (args: readonly unknown[], run: () => unknown) => unknown
  /** From here on, rows of this MemoryStore are part of the log; `name` is its session cookie's. */
  readonly memoryStore: (store: object, name: string) => void
  /** A row of a MemoryStore was written or deleted; `null`: it may have been any. */
  readonly memoryStoreChanged: (store: object, key: string | null) => void
  /** An own property's value; `undefined` where there is none, or where a getter or a proxy would have to be asked. */
  readonly peek: (object: unknown, key: string) => unknown
  /** An error's message. */
  readonly errorText: (error: unknown) => string
}

/** What becomes of a connection, each in a turn of its own. */
export interface SocketEvents {
  connected(): void
  failed(failure: ConnectFailure): void
  data(bytes: Uint8Array): void
  /** The other end sends nothing more. */
  ended(): void
}

/** A program's end of a connection. */
export interface Wire {
  /** `context`: on whose behalf, as `RealmEnv.context` gave it. */
  write(bytes: Uint8Array, context: unknown): void
  end(): void
  destroy(): void
  /** Whether the connection keeps the process alive. */
  hold(holds: boolean): void
}

/** What is used of an AbortSignal that AbortSignal.timeout gives. */
export interface AbortTimer {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Node's fs without its asynchronous half. */
export interface DiskSurface {
  /** `readFileSync` and the like. */
  readonly functions: Readonly<Record<string, (...args: unknown[]) => unknown>>
  /** Classes and constants. */
  readonly values: Readonly<Record<string, unknown>>
}

/** Called for each request that arrives at a port. */
export type Accept = (request: HttpRequest, answer: ServerAnswer) => ServerSide

/** Where a server writes its answer. */
export interface ServerAnswer {
  head(head: ResponseHead): void
  data(piece: Uint8Array, wire: number): void
  end(): void
  fail(failure: ExchangeFailure): void
}

/** The server's end of a connection, as the network sees it. */
export interface ServerSide {
  /** The client went away. */
  hangUp(): void
}

declare global {
  /** Bound by the bundle's outermost function (see `build.mjs`). */
  const __env: RealmEnv
}
