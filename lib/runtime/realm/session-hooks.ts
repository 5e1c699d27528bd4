import type {
  AssumedOption,
  ConnectionFacts,
  LoadOutcome,
  SessionOptions,
  StoreCaller,
  StoreMethod,
} from '@/lib/engine/sessions/decision'
import { Look, type SeenCookie } from '@/lib/runtime/realm/session-look'

/*
 * What express-session's files call where they decide something (see `build/express-session.mjs`). One instance a
 * process, like the package itself. Reports only: nothing here runs code of the program's.
 */

const { peek } = __env.sessions
const { apply } = Reflect

const looks = new WeakMap<object, Look>()
const storeNames = new WeakMap<object, string>()
const memoryStores = new WeakSet<object>()
const ownCallbacks = new WeakSet<object>()

const NOTHING: SeenCookie = { cookie: null, rejected: null, secret: null, forwarded: null }
let seen = NOTHING

interface GivenOptions {
  readonly name: unknown
  readonly resave: unknown
  readonly saveUninitialized: unknown
  readonly rolling: boolean
  readonly unsetDestroy: boolean
  readonly storeHasTouch: boolean
  readonly secrets: number
  readonly assumed: Readonly<Record<AssumedOption, boolean>>
}

/** A session middleware was made. */
export function middleware(store: object, given: GivenOptions): Middleware {
  const name = typeof given.name === 'string' ? given.name : ''
  const assumed: AssumedOption[] = []
  if (given.assumed.resave) assumed.push('resave')
  if (given.assumed.saveUninitialized) assumed.push('saveUninitialized')
  storeNames.set(store, name)
  if (memoryStores.has(store)) __env.sessions.memoryStore(store, name)
  return new Middleware({
    name,
    resave: Boolean(given.resave),
    saveUninitialized: Boolean(given.saveUninitialized),
    rolling: given.rolling,
    unset: given.unsetDestroy ? 'destroy' : 'keep',
    assumed,
    storeHasTouch: given.storeHasTouch,
    secrets: given.secrets,
  })
}

class Middleware {
  readonly #options: SessionOptions

  constructor(options: SessionOptions) {
    this.#options = options
  }

  /** A request that it passes on untouched. */
  skipped(outcome: LoadOutcome): void {
    __env.sessions.decided({ step: 'load', options: this.#options, cookie: null, outcome })
  }

  otherPath(path: string, cookiePath: unknown): void {
    this.skipped({ kind: 'other-path', path, cookiePath: typeof cookiePath === 'string' ? cookiePath : '' })
  }

  /** A request that it takes on; the cookie is read next. */
  look(req: object): Look {
    seen = NOTHING
    const look = new Look(this.#options, () => seen, ask, ownCallbacks)
    looks.set(req, look)
    return look
  }

  generated(req: object): void {
    looks.get(req)?.generated(req)
  }
}

/** The request's headers, as the middleware got them. */
export function headersRead(headers: object): void {
  const forwarded = peek(headers, 'x-forwarded-proto')
  seen = { ...seen, forwarded: typeof forwarded === 'string' ? forwarded : null }
}

export function cookieCame(raw: unknown): void {
  seen = { ...seen, cookie: typeof raw === 'string' ? raw : null, rejected: null, secret: null }
}

export function cookieRejected(rejected: 'unsigned' | 'bad-signature'): void {
  seen = { ...seen, rejected }
}

/** `secret`: which of them gave this signature, from 1. */
export function cookieVerified(secret: number): void {
  seen = { ...seen, secret }
}

/** Whether a connection is secure, and who said so; gives the answer on. */
export function judged(req: object, judge: ConnectionFacts['judge'], secure: boolean): boolean {
  looks.get(req)?.judged(judge, secure)
  return secure
}

/** The middleware's own callback for `save`, so that it is not taken for the program's; gives it on. */
export function own(callback: object): object {
  ownCallbacks.add(callback)
  return callback
}

/** A store is about to be asked about a request's session. Gives the callback to hand over: one that tells us of the answer. */
export function asks(req: object, method: StoreMethod, id: unknown, by: StoreCaller, callback: unknown): unknown {
  const look = looks.get(req)
  return look ? look.asks(method, id, by, callback) : callback
}

/** The same for a call that belongs to no request. */
export function asksStore(
  store: object,
  method: StoreMethod,
  id: unknown,
  by: StoreCaller,
  callback: unknown,
): unknown {
  return ask(storeNames.get(store) ?? '', method, id, by, callback)
}

function ask(name: string, method: StoreMethod, id: unknown, by: StoreCaller, callback: unknown): unknown {
  const call = { name, method, id: typeof id === 'string' ? id : '', by }
  if (typeof callback !== 'function') {
    __env.sessions.asked({ ...call, unheard: true })
    return callback
  }
  const answered = __env.sessions.asked(call)
  const told = function (this: unknown, ...args: unknown[]) {
    return answered(args, () => apply(callback, this, args))
  }
  // A store may look at them, though none is known that does.
  for (const name of ['length', 'name']) {
    Object.defineProperty(told, name, { value: peek(callback, name), configurable: true })
  }
  return told
}

export function memoryStoreMade(store: object): void {
  memoryStores.add(store)
}

/** A row was written or deleted; `key: null`: any may have been. */
export function memoryStoreChanged(store: object, key: string | null): void {
  __env.sessions.memoryStoreChanged(store, key)
}
