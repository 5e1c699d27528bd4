/** The calls that express-session makes on a store. */
export type StoreMethod = 'get' | 'set' | 'touch' | 'destroy'

/** On whose account a store is asked: the middleware's own, or because the program called this method of the session. */
export type StoreCaller = 'middleware' | 'save' | 'reload' | 'destroy' | 'regenerate' | 'load'

/** An option that says something by not being given: express-session then takes `true`, and complains on stderr. */
export type AssumedOption = 'resave' | 'saveUninitialized'

/** express-session's options, as it resolved them. */
export interface SessionOptions {
  /** The cookie's name. */
  readonly name: string
  readonly resave: boolean
  readonly saveUninitialized: boolean
  readonly rolling: boolean
  readonly unset: 'keep' | 'destroy'
  /** Those of the two that the program did not give. */
  readonly assumed: readonly AssumedOption[]
  readonly storeHasTouch: boolean
  /** How many secrets there are: the first signs, all verify. 0: the one of cookie-parser is taken. */
  readonly secrets: number
}

/** What the middleware made of the cookie that came with a request. */
export type LoadOutcome =
  /** There was no cookie of this name, or an empty one. */
  | { readonly kind: 'no-cookie' }
  /** It does not begin with `s:`. */
  | { readonly kind: 'unsigned' }
  /** No secret gives this signature. */
  | { readonly kind: 'bad-signature' }
  /** Rightly signed, but the store has no such row: an unknown id is never adopted. */
  | { readonly kind: 'not-found'; readonly id: string; readonly secret: number | null }
  /** The row was found. `secret`: which of the secrets verified it, from 1; `null`: cookie-parser did. */
  | { readonly kind: 'loaded'; readonly id: string; readonly secret: number | null }
  | { readonly kind: 'store-failed'; readonly id: string; readonly secret: number | null; readonly error: string }
  /** The request's path is outside of the cookie's: the middleware did nothing. */
  | { readonly kind: 'other-path'; readonly path: string; readonly cookiePath: string }
  /** The store said that it is disconnected: the middleware did nothing. */
  | { readonly kind: 'store-disconnected' }
  /** Another session middleware came first: this one did nothing. */
  | { readonly kind: 'session-there' }
  /** No secret was given: the middleware gave an error. */
  | { readonly kind: 'no-secret' }

/** What was done with the session when the answer ended. */
export type SaveOutcome =
  | 'set'
  | 'touch'
  /** Nothing: not worth saving, or already saved. */
  | 'none'
  /** `unset: 'destroy'` and the session was unset. */
  | 'destroy'
  /** `req.session` was gone: nothing could be saved. */
  | 'no-session'

/** Whether a Set-Cookie goes with the headers. */
export type CookieOutcome =
  | 'set'
  | 'not-set'
  /** Wanted, but the cookie is `secure` and the connection is not. */
  | 'insecure'
  /** `req.session` was gone. */
  | 'no-session'
  /** The cookie could not be written: its name, value or attributes are not allowed. */
  | 'failed'

/** One decision of express-session about one request, with the facts it went by. */
export type SessionDecision =
  | {
      readonly step: 'load'
      readonly options: SessionOptions
      /** The cookie's value as the middleware read it, percent-decoded; `null`: none came, or it did not look. */
      readonly cookie: string | null
      readonly outcome: LoadOutcome
    }
  /** A session was made; `id` is new. `cause`: the request had none, or the program called `regenerate`. */
  | {
      readonly step: 'generate'
      readonly name: string
      /** `null`: `genid` gave no string. */
      readonly id: string | null
      readonly cause: 'request' | 'regenerate'
    }
  /** The headers were about to go. */
  | {
      readonly step: 'cookie'
      readonly name: string
      readonly id: string | null
      readonly outcome: CookieOutcome
      /** `null` when there was no session. */
      readonly facts: SessionFacts | null
      /** Known where the cookie is `secure`; `null` where nobody asked. */
      readonly connection: ConnectionFacts | null
    }
  /** The answer ended: what the store is told. */
  | {
      readonly step: 'save'
      readonly name: string
      readonly id: string | null
      readonly outcome: SaveOutcome
      /** `null` when there was no session. */
      readonly facts: (SessionFacts & { readonly saved: Saved }) | null
      /** How there came to be no session; `null` when there is one. */
      readonly gone: Gone | null
    }

export type SessionDecisionOf<Step extends SessionDecision['step']> = Extract<SessionDecision, { readonly step: Step }>

/** `destroy()` was called, it was set to nothing, or an error came before there was one. */
export type Gone = 'destroyed' | 'unset' | 'never-made'

/** What the program did with `save()` before the answer ended: nothing, or saved what there is now, or changed it after. */
export type Saved = 'no' | 'same' | 'changed'

/** What the decisions at the end of a request go by. */
export interface SessionFacts {
  /** The id is not the one that the cookie brought. */
  readonly isNew: boolean
  /** `regenerate` put another session in the place of the one that the request began with. */
  readonly replaced: boolean
  /**
   * The session's content, without its cookie, is not what it was at the beginning. `null`: the middleware did not look,
   * because nothing depended on it.
   */
  readonly modified: boolean | null
  /** Its cookie has an expiry (`expires` or `maxAge`). */
  readonly hasExpiry: boolean
}

/** What express-session goes by when it asks whether a connection is secure. */
export interface ConnectionFacts {
  readonly secure: boolean
  /** TLS ends at the server itself; at `proxy: false` nobody else is asked; Express's `req.secure`; the proxy's header. */
  readonly judge: 'tls' | 'nobody' | 'express' | 'proxy'
  /** What `X-Forwarded-Proto` says, whether or not it was asked; `null` without one. */
  readonly forwarded: string | null
}
