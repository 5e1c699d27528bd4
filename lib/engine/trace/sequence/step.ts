import type { SessionDecision, StoreMethod } from '@/lib/engine/sessions/decision'
import type { Preview } from '@/lib/engine/sessions/preview'
import type { Action, Balancing, Via } from '@/lib/engine/story/action'
import type { EventOf, ExchangeFailure, ExchangeId, FaultKind } from '@/lib/engine/trace/event'
import type { LifelineId } from '@/lib/engine/trace/sequence/lifeline'

/** Where a message touches a lifeline: beside it, or at one of the bars of what is under way there, from 0. */
export interface End {
  readonly line: LifelineId
  readonly lane: number | null
}

/** A cookie on its way, or left behind. */
export interface CookieMark {
  readonly fate: 'sent' | 'withheld' | 'stored' | 'refused' | 'removed'
  readonly name: string
  /** Empty for a refused one. */
  readonly value: string
}

/** What a step is about. */
export type Says =
  | {
      readonly type: 'request'
      readonly method: string
      readonly target: string
      readonly via: Via
      readonly redirectOf: ExchangeId | null
      readonly cookies: readonly CookieMark[]
      /** Why it reached nobody. */
      readonly failure: ExchangeFailure | null
    }
  | {
      readonly type: 'head'
      readonly status: number
      readonly reason: string
      /** Where a redirect leads. */
      readonly location: string | null
      readonly cookies: readonly CookieMark[]
      /** The rest of the answer came with it. */
      readonly complete: boolean
    }
  /** The rest of the answer, where it came later than its head. */
  | { readonly type: 'end' }
  | { readonly type: 'failure'; readonly failure: ExchangeFailure }
  | {
      readonly type: 'store-call'
      readonly method: StoreMethod
      readonly session: string
      /** What the store's row is since then. */
      readonly row: Preview | null
      /** The answer, where it came at once. */
      readonly answer: StoreAnswer | null
    }
  | {
      readonly type: 'store-answer'
      readonly method: StoreMethod
      readonly session: string
      readonly answer: StoreAnswer
    }
  | {
      readonly type: 'row'
      readonly change: 'added' | 'changed' | 'removed'
      readonly key: string
      readonly row: Preview
    }
  | {
      readonly type: 'file'
      readonly change: FileChange
      readonly path: string
      /** Bytes; 0 when it was removed. */
      readonly size: number
      /** By a person. */
      readonly byHand: boolean
    }
  | {
      readonly type: 'redis'
      readonly command: readonly string[]
      readonly reply: string
      readonly failed: boolean
      readonly byHand: boolean
    }
  | { readonly type: 'redis-state'; readonly up: boolean }
  | { readonly type: 'redis-expired'; readonly key: string }
  | { readonly type: 'session'; readonly decision: SessionDecision }
  | { readonly type: 'process-started' }
  | { readonly type: 'process-exited'; readonly code: number; readonly cause: EventOf<'process-exited'>['cause'] }
  | { readonly type: 'fault'; readonly fault: FaultKind; readonly message: string }
  | { readonly type: 'visitor-opened'; readonly incognito: boolean }
  | { readonly type: 'visitor-closed' }
  /** A jar changed without a request: by the action that is under way, or by itself when that is no action on cookies. */
  | { readonly type: 'jar'; readonly cause: JarCause; readonly cookie: CookieMark }
  /** Another visitor's cookie went into this one's jar. */
  | { readonly type: 'cookie-copied'; readonly cookie: CookieMark }
  | { readonly type: 'cookies-read'; readonly hidden: number }
  | { readonly type: 'balancing'; readonly by: Balancing }
  /** Time went by; `byHand`: a person moved the clock. Milliseconds. */
  | { readonly type: 'gap'; readonly duration: number; readonly byHand: boolean }

/** `emptied`: opened to be written, as `fs.writeFile` does first, and nothing written yet. `torn`: cut in half by a crash. */
export type FileChange = 'added' | 'written' | 'emptied' | 'torn' | 'removed'

export interface StoreAnswer {
  readonly outcome: EventOf<'store-answer'>['outcome']
  /** The error's own words. */
  readonly error: string | null
}

export type JarCause = 'edited' | 'added' | 'tampered' | 'deleted' | 'expired' | 'session-over' | 'other'

/** One row of a sequence picture. */
export interface Step {
  /** The event that it tells of. */
  readonly seq: number
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly at: number
  readonly exchange: ExchangeId | null
  /** A message goes `from` one lifeline `to` another. With one of them only, it is the doing of that one, or reached nobody. */
  readonly from: End | null
  readonly to: End | null
  readonly says: Says
  /**
   * Of a request or a store call: the position of the step that ends it, or `null` while it is under way. Of others: `null`.
   */
  readonly until: number | null
  /** Of a request: the position of the step that ended its server meanwhile, or `null`. */
  readonly cut: number | null
}

/** A step in its row of a picture, from 0. */
export interface PictureRow {
  readonly row: number
  readonly step: Step
}

/** What the action that is under way does to cookies, if it is such a one. */
export function jarCause(doing: Action | null): JarCause {
  switch (doing?.type) {
    case 'edit-cookie':
      return 'edited'
    case 'add-cookie':
      return 'added'
    case 'tamper-cookie':
      return 'tampered'
    case 'delete-cookie':
      return 'deleted'
    default:
      return 'other'
  }
}
