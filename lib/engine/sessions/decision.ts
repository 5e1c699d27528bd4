/** The calls that express-session makes on a store. */
export type StoreMethod = 'get' | 'set' | 'touch' | 'destroy'

/** express-session's options, as it resolved them. */
export interface SessionOptions {
  /** The cookie's name. */
  readonly name: string
  readonly resave: boolean
  readonly saveUninitialized: boolean
  readonly rolling: boolean
  readonly unset: 'keep' | 'destroy'
  readonly storeHasTouch: boolean
  /** How many secrets there are: the first signs, all verify. */
  readonly secrets: number
}

/** What the middleware made of the cookie that came with a request. */
export type LoadOutcome =
  /** There was no cookie of this name. */
  | { readonly kind: 'no-cookie' }
  /** It does not begin with `s:`. */
  | { readonly kind: 'unsigned' }
  /** No secret gives this signature. */
  | { readonly kind: 'bad-signature' }
  /** Rightly signed, but the store has no such row: an unknown id is never adopted. */
  | { readonly kind: 'not-found'; readonly id: string; readonly secret: number }
  /** The row was found. `secret`: which of the secrets verified it, from 1. */
  | { readonly kind: 'loaded'; readonly id: string; readonly secret: number }
  | { readonly kind: 'store-failed'; readonly id: string; readonly error: string }
  /** The request's path is outside of the cookie's: the middleware did nothing. */
  | { readonly kind: 'other-path' }
  /** The store said that it is disconnected: the middleware did nothing. */
  | { readonly kind: 'store-disconnected' }

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

/** One decision of express-session about one request, with the facts it went by. */
export type SessionDecision =
  | { readonly step: 'load'; readonly options: SessionOptions; readonly outcome: LoadOutcome }
  /** A session was made; `id` is new. `cause`: the request had none, or the program called `regenerate`. */
  | {
      readonly step: 'generate'
      readonly name: string
      readonly id: string
      readonly cause: 'request' | 'regenerate'
    }
  /** The headers were about to go: whether a Set-Cookie goes with them. */
  | {
      readonly step: 'cookie'
      readonly name: string
      readonly id: string | null
      readonly set: boolean
      readonly facts: SessionFacts | null
      /** Wanted, but the cookie is `secure` and the connection is not. */
      readonly insecure: boolean
    }
  /** The answer ended: what the store is told. */
  | {
      readonly step: 'save'
      readonly name: string
      readonly id: string | null
      readonly outcome: SaveOutcome
      readonly facts: SessionFacts | null
    }

/** What the decisions at the end of a request go by. */
export interface SessionFacts {
  /** The id is not the one that the cookie brought. */
  readonly isNew: boolean
  /** The session's content, without its cookie, is not what it was at the beginning. */
  readonly modified: boolean
  /** It was saved as it is, by `save()`. */
  readonly saved: boolean
  /** Its cookie has an expiry (`expires` or `maxAge`). */
  readonly hasExpiry: boolean
}
