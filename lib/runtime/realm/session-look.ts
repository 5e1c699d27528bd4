import type {
  ConnectionFacts,
  CookieOutcome,
  Gone,
  LoadOutcome,
  SaveOutcome,
  SessionFacts,
  SessionOptions,
  StoreCaller,
  StoreMethod,
} from '@/lib/engine/sessions/decision'

/** What the middleware saw of a request's headers. */
export interface SeenCookie {
  readonly cookie: string | null
  readonly rejected: 'unsigned' | 'bad-signature' | null
  readonly secret: number | null
  /** `X-Forwarded-Proto`. */
  readonly forwarded: string | null
}

type Ask = (name: string, method: StoreMethod, id: unknown, by: StoreCaller, callback: unknown) => unknown

/** What the library found when it compared a session with how it was. */
interface Comparison {
  readonly replaced: boolean
  readonly modified: boolean
  /** Its content is what was saved last. */
  readonly asSaved: boolean
}

/** One middleware's dealings with one request, as they are reported. */
export class Look {
  readonly #options: SessionOptions
  readonly #seenCookie: () => SeenCookie
  readonly #ask: Ask
  readonly #ownCallbacks: WeakSet<object>
  #seen: SeenCookie = { cookie: null, rejected: null, secret: null, forwarded: null }
  #cookieId: unknown
  #generating = false
  #regenerated = false
  #made = false
  #destroyed = false
  #programSaved = false
  #comparison: Comparison | null = null
  #hasExpiry: boolean | null = null
  #connection: ConnectionFacts | null = null

  constructor(options: SessionOptions, seenCookie: () => SeenCookie, ask: Ask, ownCallbacks: WeakSet<object>) {
    this.#options = options
    this.#seenCookie = seenCookie
    this.#ask = ask
    this.#ownCallbacks = ownCallbacks
  }

  asks(method: StoreMethod, id: unknown, by: StoreCaller, callback: unknown): unknown {
    const asker = by === 'save' && this.#isOwn(callback) ? 'middleware' : by
    if (by === 'destroy') this.#destroyed = true
    return this.#ask(this.#options.name, method, id, asker, callback)
  }

  /** The cookie was read; `id` is what it brought, if it was any good. */
  cookieRead(id: unknown): void {
    this.#cookieId = id
    this.#seen = this.#seenCookie()
  }

  nothingToLoad(): void {
    this.#loaded({ kind: this.#seen.rejected ?? 'no-cookie' })
  }

  notFound(): void {
    this.#loaded({ kind: 'not-found', ...this.#identity() })
  }

  found(): void {
    this.#made = true
    this.#loaded({ kind: 'loaded', ...this.#identity() })
  }

  storeFailed(error: unknown): void {
    this.#loaded({ kind: 'store-failed', ...this.#identity(), error: __env.sessions.errorText(error) })
  }

  /** The middleware itself makes a session, from `true` to `false`; what is made at other times is the program's doing. */
  generating(on: boolean): void {
    this.#generating = on
  }

  generated(req: object): void {
    this.#made = true
    if (!this.#generating) this.#regenerated = true
    const cause = this.#generating ? 'request' : 'regenerate'
    __env.sessions.decided({ step: 'generate', name: this.#options.name, id: idOf(req), cause })
  }

  /** A decision begins: what it asks about is not known yet. */
  compares(): void {
    this.#comparison = null
    this.#hasExpiry = null
    this.#connection = null
  }

  compared(replaced: boolean, modified: boolean, asSaved: boolean): void {
    this.#comparison = { replaced, modified, asSaved }
  }

  expiry(has: boolean): boolean {
    this.#hasExpiry = has
    return has
  }

  judged(judge: ConnectionFacts['judge'], secure: boolean): void {
    this.#connection = { secure, judge, forwarded: this.#seen.forwarded }
  }

  /** `save()` was called. */
  saves(callback: unknown): void {
    if (!this.#isOwn(callback)) this.#programSaved = true
  }

  cookie(outcome: CookieOutcome, req: object): void {
    const facts = outcome === 'no-session' ? null : this.#facts(req)
    const connection = this.#connection
    __env.sessions.decided({ step: 'cookie', name: this.#options.name, id: idOf(req), outcome, facts, connection })
  }

  saved(outcome: SaveOutcome, req: object): void {
    const gone = outcome === 'destroy' || outcome === 'no-session'
    const saved = !this.#programSaved ? 'no' : this.#comparison?.asSaved ? 'same' : 'changed'
    __env.sessions.decided({
      step: 'save',
      name: this.#options.name,
      id: idOf(req),
      outcome,
      facts: gone ? null : { ...this.#facts(req), saved },
      gone: gone ? this.#howGone() : null,
    })
  }

  #howGone(): Gone {
    if (!this.#made) return 'never-made'
    return this.#destroyed ? 'destroyed' : 'unset'
  }

  #facts(req: object): SessionFacts {
    const compared = this.#comparison
    return {
      isNew: this.#cookieId !== __env.sessions.peek(req, 'sessionID'),
      replaced: compared?.replaced ?? this.#regenerated,
      modified: compared === null || compared.replaced ? null : compared.modified,
      hasExpiry: this.#hasExpiry ?? hasExpiry(req),
    }
  }

  #loaded(outcome: LoadOutcome): void {
    const { cookie } = this.#seen
    __env.sessions.decided({ step: 'load', options: this.#options, cookie, outcome })
  }

  #identity(): { id: string; secret: number | null } {
    return { id: typeof this.#cookieId === 'string' ? this.#cookieId : '', secret: this.#seen.secret }
  }

  #isOwn(callback: unknown): boolean {
    return typeof callback === 'function' && this.#ownCallbacks.has(callback)
  }
}

function idOf(req: object): string | null {
  const id = __env.sessions.peek(req, 'sessionID')
  return typeof id === 'string' ? id : null
}

/** Whether the session's cookie has an expiry, where the library did not ask. Its own class keeps it in `_expires`. */
function hasExpiry(req: object): boolean {
  const { peek } = __env.sessions
  const cookie = peek(peek(req, 'session'), 'cookie')
  return (peek(cookie, '_expires') ?? peek(cookie, 'expires') ?? null) !== null
}
