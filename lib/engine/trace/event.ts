import type { CookieDecision } from '@/lib/engine/cookies/decision'
import type { HttpRequest, ResponseHead } from '@/lib/engine/http/message'
import type { SessionDecision, StoreCaller, StoreMethod } from '@/lib/engine/sessions/decision'
import type { Preview } from '@/lib/engine/sessions/preview'
import type { Action, Balancing, BrowserKind, Via, VisitorId } from '@/lib/engine/story/action'

/** Exchanges are numbered from 1 in the order in which their requests were sent. */
export type ExchangeId = number

/** Processes are numbered from 1; a restart is a new one. */
export type ProcessId = number

/** A place in the program. Lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column?: number
}

/** Where session rows live. */
export type StoreRef =
  /** A watched variable of the program; `name` is the variable's. */
  | { readonly kind: 'variable'; readonly name: string }
  /** A MemoryStore of express-session; `name` is the session cookie's, for a second one of that name `connect.sid (2)`. */
  | { readonly kind: 'memory'; readonly name: string }
  /** Files on the disk that hold sessions; `name` is their folder. */
  | { readonly kind: 'files'; readonly name: string }
  /** Keys in Redis that hold sessions; `name` is `redis`. */
  | { readonly kind: 'redis'; readonly name: string }

/** Why an exchange has no complete answer. */
export const EXCHANGE_FAILURES = [
  /** Nothing listens there. */
  'connection-refused',
  'unknown-host',
  /** The server's process ended, or it closed the connection, before the answer was complete. */
  'connection-reset',
  /** No complete answer in 30 virtual seconds. */
  'timed-out',
  /** More than 20 redirects in a row. */
  'too-many-redirects',
  'bad-url',
  /** The bytes are no HTTP response. */
  'bad-response',
] as const
export type ExchangeFailure = (typeof EXCHANGE_FAILURES)[number]

/** What went wrong in a student's program; each has plain words in both languages in the UI. */
export type FaultKind =
  | 'syntax-error'
  /** Thrown while the program started. */
  | 'start-error'
  /** Thrown and not caught after start-up. */
  | 'uncaught-error'
  | 'unhandled-rejection'
  /** Thrown in a route handler; Express caught it and answered 500. */
  | 'handler-error'
  /** `require` of something not offered; the message names what is. */
  | 'module-not-found'
  | 'endless-loop'
  | 'endless-recursion'
  | 'too-many-callbacks'
  | 'out-of-memory'
  | 'response-too-large'
  | 'too-much-output'
  /** Files were written or removed more often than a lesson needs. */
  | 'too-many-writes'
  | 'port-in-use'
  /** The program ran to its end and nothing listens. */
  | 'not-listening'
  /** An error answered twice, or written after the end. */
  | 'answered-twice'
  | 'never-answered'
  /** A program put something else in the place of built-ins that the playground's own code needs. */
  | 'replaced-built-ins'
  /** A program froze some of JavaScript's own objects: a restart in the same worker can't put them back. */
  | 'frozen-built-ins'
  /** The worker did not come back and was ended from outside. */
  | 'unresponsive'

/** Built-ins of JavaScript that a program put something else in the place of, and where it did, when its text says so. */
export interface Replaced {
  readonly names: readonly string[]
  readonly place?: SourcePlace
}

/** Why an action could not be done: mostly, it had nothing to act on. Plain words in both languages are in the UI. */
export const IMPOSSIBLE = [
  'no-visitor',
  'visitor-here-already',
  'visitor-closed',
  'no-page',
  'no-page-before',
  'no-cookie',
  'bad-cookie-host',
  'bad-url',
  'bad-method',
  'clock-backwards',
  'no-expiry',
  /** A cookie can't be tampered with that way: it is not signed. */
  'not-signed',
  /** A `{visitor/cookie}` reference leads to no cookie. */
  'no-such-reference',
  'no-server',
  'too-many-servers',
  'bad-path',
  'no-file',
  'disk-full',
  'redis-down',
  'redis-up',
] as const
export type Impossible = (typeof IMPOSSIBLE)[number]

export type EventBody =
  | { readonly type: 'world-started'; readonly seed: string; readonly epoch: number }
  | { readonly type: 'action-started'; readonly started: Action }
  | { readonly type: 'action-ended'; readonly outcome: 'done' }
  | { readonly type: 'action-ended'; readonly outcome: 'impossible'; readonly reason: Impossible }
  /** `wait`: moved by itself to the next thing that was due while an exchange was under way. */
  | { readonly type: 'clock-moved'; readonly from: number; readonly to: number; readonly cause: 'advance' | 'wait' }
  | { readonly type: 'process-started'; readonly process: ProcessId; readonly server: string }
  | {
      readonly type: 'process-exited'
      readonly process: ProcessId
      readonly server: string
      readonly code: number
      /** `crash`: the power failed in the middle of a write. */
      readonly cause: 'exit' | 'fault' | 'restart' | 'stop' | 'crash'
    }
  | { readonly type: 'listening'; readonly process: ProcessId; readonly port: number }
  | { readonly type: 'listening-ended'; readonly process: ProcessId; readonly port: number }
  | {
      readonly type: 'visitor-opened'
      readonly visitor: VisitorId
      readonly incognito?: true
      readonly browser?: BrowserKind
      /** The visitor whose jar was copied; the copied cookies come as events of their own. */
      readonly cloneOf?: VisitorId
    }
  | { readonly type: 'visitor-closed'; readonly visitor: VisitorId }
  | {
      readonly type: 'request-sent'
      readonly exchange: ExchangeId
      readonly visitor: VisitorId
      readonly url: string
      readonly request: HttpRequest
      readonly via: Via
      /** The exchange whose redirect this request follows. */
      readonly redirectOf?: ExchangeId
      /** The process that answers; `null` when nothing listens. */
      readonly process: ProcessId | null
    }
  | { readonly type: 'response-head'; readonly exchange: ExchangeId; readonly head: ResponseHead }
  /** A piece of the body after transfer coding was removed; `wire` is how many bytes it took on the wire. */
  | { readonly type: 'response-data'; readonly exchange: ExchangeId; readonly data: Uint8Array; readonly wire: number }
  | { readonly type: 'response-ended'; readonly exchange: ExchangeId }
  | { readonly type: 'exchange-failed'; readonly exchange: ExchangeId; readonly failure: ExchangeFailure }
  /** The visitor's window now shows this exchange's answer (or its failure). `push` adds to its history. */
  | {
      readonly type: 'page-shown'
      readonly visitor: VisitorId
      readonly exchange: ExchangeId
      readonly url: string
      readonly history: 'push' | 'replace' | 'back'
    }
  | {
      readonly type: 'cookie'
      readonly visitor: VisitorId
      /** The exchange whose headers it was about; `null` for a hand edit, an expiry or a closed browser. */
      readonly exchange: ExchangeId | null
      readonly decision: CookieDecision
    }
  /** What `document.cookie` gave to a script of the page at `url`; `hidden`: names kept back by HttpOnly. */
  | {
      readonly type: 'script-read-cookies'
      readonly visitor: VisitorId
      readonly url: string
      readonly value: string
      readonly hidden: readonly string[]
    }
  /** Lines that ran, ascending, each at most once. `exchange` is `null` when it belongs to none or to an unknown one. */
  | {
      readonly type: 'lines-ran'
      readonly process: ProcessId
      readonly exchange: ExchangeId | null
      readonly file: string
      readonly lines: readonly number[]
    }
  | {
      readonly type: 'console'
      readonly process: ProcessId
      readonly exchange: ExchangeId | null
      readonly stream: 'stdout' | 'stderr'
      readonly text: string
      readonly place?: SourcePlace
    }
  | {
      readonly type: 'row-set'
      readonly process: ProcessId
      readonly exchange: ExchangeId | null
      readonly store: StoreRef
      readonly key: string
      readonly value: Preview
      /** `null` when the row is new. */
      readonly before: Preview | null
      /** When the row will go, in milliseconds since the Unix epoch; `null`: not by itself. */
      readonly expires?: number | null
    }
  | {
      readonly type: 'row-removed'
      readonly process: ProcessId
      readonly exchange: ExchangeId | null
      readonly store: StoreRef
      readonly key: string
      readonly before: Preview
    }
  /** The bound on rows was met: `count` rows exist that are not shown. */
  | {
      readonly type: 'rows-uncounted'
      readonly process: ProcessId
      readonly store: StoreRef
      readonly count: number
    }
  /** express-session decided something about a session. */
  | {
      readonly type: 'session'
      readonly process: ProcessId
      readonly exchange: ExchangeId | null
      readonly decision: SessionDecision
    }
  /** A session store was asked. `call` numbers the calls of a world, from 1; its `store-answer` has the same. */
  | {
      readonly type: 'store-call'
      readonly process: ProcessId
      readonly exchange: ExchangeId | null
      readonly call: number
      /** The session cookie's name, which tells several stores of a program apart. */
      readonly name: string
      readonly method: StoreMethod
      readonly id: string
      readonly by: StoreCaller
      /** The program gave no callback: whatever the store answers, nobody hears it. */
      readonly unheard?: true
    }
  | {
      readonly type: 'store-answer'
      readonly process: ProcessId
      /** That of the call, whoever else's answers came with it. */
      readonly exchange: ExchangeId | null
      readonly call: number
      /** `found`, `missing` are answers to `get`; `failed` carries the error's own words. */
      readonly outcome: 'found' | 'missing' | 'done' | 'failed'
      readonly error?: string
    }
  /**
   * A file came to be, or was written. `process` is `null` for a person's hand. Node's `fs.writeFile` opens, and empties,
   * a file before it writes: that makes two events, the first with a `size` of 0.
   */
  | {
      readonly type: 'file-written'
      readonly process: ProcessId | null
      readonly exchange: ExchangeId | null
      /** Relative to the program's folder where it lies in there, else absolute. */
      readonly path: string
      /** As text, up to a bound; `cut` is how many characters were left out. */
      readonly content: string
      readonly cut: number
      /** Bytes. */
      readonly size: number
      readonly isNew: boolean
      /** The write was cut in half by a crash. */
      readonly torn?: true
    }
  | {
      readonly type: 'file-removed'
      readonly process: ProcessId | null
      readonly exchange: ExchangeId | null
      readonly path: string
    }
  | { readonly type: 'redis-state'; readonly up: boolean }
  /** Redis did a command. `process` is `null` for redis-cli. */
  | {
      readonly type: 'redis-command'
      readonly process: ProcessId | null
      readonly exchange: ExchangeId | null
      readonly command: readonly string[]
      /** As redis-cli would print it. */
      readonly reply: string
      /** The reply is an error. */
      readonly failed: boolean
    }
  | {
      readonly type: 'redis-key-set'
      readonly process: ProcessId | null
      readonly exchange: ExchangeId | null
      readonly key: string
      readonly kind: 'string' | 'list' | 'hash' | 'set' | 'zset'
      /** Strings as they are, others as JSON; up to a bound. */
      readonly value: string
      readonly cut: number
      /** Milliseconds since the Unix epoch; `null`: it stays. */
      readonly expires: number | null
      readonly isNew: boolean
    }
  | {
      readonly type: 'redis-key-removed'
      readonly process: ProcessId | null
      readonly exchange: ExchangeId | null
      readonly key: string
      readonly cause: 'command' | 'expired'
    }
  | { readonly type: 'balancing'; readonly by: Balancing }
  /** `message` is the engine's own text (an Error's message, for example); `place` is the student's line, where there is one. */
  | {
      readonly type: 'fault'
      readonly process: ProcessId | null
      readonly exchange: ExchangeId | null
      readonly fault: FaultKind
      readonly message: string
      readonly place?: SourcePlace
      /** Were not as they should be when it happened: packages and the playground meet what a program does to them. */
      readonly replaced?: Replaced
    }

/** One entry of the log. Plain data: it survives a structured clone. */
export type Event = EventBody & {
  /** Position in the log, from 0. */
  readonly seq: number
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly at: number
  /** Index in the story of the action that caused it; `null` before the first. */
  readonly action: number | null
  /**
   * Set by a log that met its bound on memory: how many bytes of body it let go of. The body of a `request-sent`
   * and the data of a `response-data` are empty then; see `payload.ts`.
   */
  readonly dropped?: number
}

export type EventType = EventBody['type']
export type EventOf<T extends EventType> = Extract<Event, { type: T }>
