import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { CookieRuleId } from '@/lib/engine/cookies/rules'

/** A rule that took part in a decision, with the figures or names it was about. */
export interface AppliedRule {
  readonly rule: CookieRuleId
  /** Values for the placeholders in the rule's words, for example `{ limit: '4096', size: '5000' }`. */
  readonly values?: Readonly<Record<string, string>>
}

/** What the jar did with one cookie and why. Nothing happens to a cookie without one of these. */
export type CookieDecision =
  /** A Set-Cookie line (or a hand edit) was accepted. `notes`: what was ignored, defaulted or capped on the way. */
  | {
      readonly kind: 'stored'
      readonly cookie: StoredCookie
      readonly replaced: StoredCookie | null
      readonly because: AppliedRule
      readonly notes: readonly AppliedRule[]
    }
  /** A Set-Cookie line was ignored whole. `line` is the header's value as received. */
  | {
      readonly kind: 'refused'
      readonly line: string
      readonly name: string
      readonly because: AppliedRule
      readonly notes: readonly AppliedRule[]
    }
  /** A cookie left the jar: expired, deleted by the server or by hand, the browser closed. */
  | { readonly kind: 'removed'; readonly cookie: StoredCookie; readonly because: AppliedRule }
  /** A cookie was put into a request's Cookie header. `cookie` carries the new last-access time. */
  | { readonly kind: 'sent'; readonly cookie: StoredCookie; readonly because: AppliedRule }
  /** A cookie of the same site was left out of a request. */
  | { readonly kind: 'withheld'; readonly cookie: StoredCookie; readonly because: AppliedRule }
