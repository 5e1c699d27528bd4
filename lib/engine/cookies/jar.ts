import { applyInPlace } from '@/lib/engine/cookies/apply'
import { decideEdit, decidePlaced, type Named, namedCookie } from '@/lib/engine/cookies/by-hand'
import { canonicalHostName } from '@/lib/engine/cookies/canonical-host'
import type { ReceiveContext, RetrieveContext } from '@/lib/engine/cookies/context'
import { type CookieKey, cookieKey, type StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule, CookieDecision } from '@/lib/engine/cookies/decision'
import { isExpired } from '@/lib/engine/cookies/expiry-time'
import { decideExcess } from '@/lib/engine/cookies/limits/excess'
import { isOctets, utf8Octets } from '@/lib/engine/cookies/octets'
import { chromiumPolicy, type JarPolicy } from '@/lib/engine/cookies/policy'
import { decideReceived } from '@/lib/engine/cookies/receive'
import { decideRetrieval, type Retrieved } from '@/lib/engine/cookies/retrieve'
import { tamper } from '@/lib/engine/cookies/tamper'
import type { Tampering } from '@/lib/engine/story/action'

export type { ReceiveContext, RetrieveContext } from '@/lib/engine/cookies/context'

/**
 * One browser profile's cookies (RFC 6265bis). Every method returns what it decided, in order, and its decisions are
 * all that it does: `applyDecision` over them gives the same jar.
 */
export class CookieJar {
  readonly #policy: JarPolicy
  readonly #cookies = new Map<CookieKey, StoredCookie>()
  /** The keys in the order in which they were set last. A cookie that is replaced keeps its place in the jar, not here. */
  readonly #bySetting = new Set<CookieKey>()
  readonly #values = new Map<string, Set<string>>()

  constructor(policy: JarPolicy = chromiumPolicy) {
    this.#policy = policy
  }

  /**
   * Takes the value of one Set-Cookie header field, or what a script wrote to `document.cookie` (section 5.7).
   * What was due is removed first, then comes exactly one decision about the line, and then what went to make room.
   */
  receive(line: string, context: ReceiveContext): CookieDecision[] {
    const due = this.expire(context.now)
    const octets = context.httpApi && isOctets(line) ? line : utf8Octets(line)
    return [...due, ...this.#keep(decideReceived(octets, context, this.#cookies, this.#policy), context.now)]
  }

  /**
   * The cookies for one request or script (section 5.8.3). What was due is removed first; then come those sent, in the
   * order of the header, and those of the same site that were withheld.
   */
  retrieve(context: RetrieveContext): Retrieved {
    const due = this.expire(context.now)
    const { header, decisions } = decideRetrieval(this.#cookies.values(), context, this.#policy)
    return { header, decisions: [...due, ...this.#carryOut(decisions)] }
  }

  /** Removes what is due, oldest expiry first. `now` in milliseconds since the Unix epoch. */
  expire(now: number): CookieDecision[] {
    const due = [...this.#cookies.values()].filter((cookie) => isExpired(cookie, now))
    return this.#remove(
      due.sort((a, b) => (a.expiry ?? 0) - (b.expiry ?? 0)),
      { rule: 'expired' },
    )
  }

  /** The cookie that a person means; `null` when there is none. */
  find(named: Named): StoredCookie | null {
    const owner = canonicalHostName(named.host)
    return owner === null ? null : namedCookie(this.#cookies, owner, named)
  }

  /**
   * A person gives a cookie another value, or adds one (see `decideEdit`).
   * @returns `null` when the host is none
   */
  edit(named: Named, value: string, now: number): CookieDecision[] | null {
    const owner = canonicalHostName(named.host)
    if (owner === null) return null
    const due = this.expire(now)
    return [...due, ...this.#keep(decideEdit(this.#cookies, owner, named, value, now, this.#policy), now)]
  }

  /**
   * A person changes a signed cookie (see `tamper`).
   * @returns `null` when there is no signed cookie of that name
   */
  tamper(named: Named, how: Tampering, now: number): CookieDecision[] | null {
    const cookie = this.find(named)
    const tampered = cookie === null ? null : tamper(cookie.value, how)
    if (cookie === null || tampered === null) return null
    const { value, rule } = tampered
    return this.#carryOut([decidePlaced(this.#cookies, { ...cookie, value, lastAccess: now }, { rule }, this.#policy)])
  }

  /** A person puts a cookie into the jar as it is, another jar's for example. */
  place(cookie: StoredCookie, because: AppliedRule, now: number): CookieDecision[] {
    return this.#keep(decidePlaced(this.#cookies, cookie, because, this.#policy), now)
  }

  /**
   * A person deletes a cookie.
   * @returns `null` when there is none of that name for the host
   */
  delete(named: Named): CookieDecision[] | null {
    const cookie = this.find(named)
    return cookie === null ? null : this.#remove([cookie], { rule: 'removed-by-hand' })
  }

  /** The browser was closed: session cookies go (section 5.7, last paragraph). */
  endSession(): CookieDecision[] {
    const session = [...this.#cookies.values()].filter((cookie) => cookie.expiry === null)
    return this.#remove(session, { rule: 'session-over' })
  }

  /** An incognito window was closed: nothing of it is kept, persistent or not (section 7.3). */
  forget(): CookieDecision[] {
    return this.#remove(this.all(), { rule: 'profile-forgotten' })
  }

  /** The next moment after `now` at which a cookie expires, in milliseconds since the Unix epoch; `null`: none does. */
  nextExpiry(now: number): number | null {
    let next: number | null = null
    for (const { expiry } of this.#cookies.values()) {
      if (expiry !== null && expiry > now && (next === null || expiry < next)) next = expiry
    }
    return next
  }

  /** Every cookie, in the order of their first coming. May hold what is due but was not asked for since. */
  all(): readonly StoredCookie[] {
    return [...this.#cookies.values()]
  }

  /** Of the cookies of this name, whatever their host, the one that was set last; a request that sends one sets nothing. */
  setLast(name: string): StoredCookie | null {
    const octets = utf8Octets(name)
    const keys = [...this.#bySetting].reverse()
    for (const key of keys) {
      const cookie = this.#cookies.get(key)
      if (cookie?.name === octets) return cookie
    }
    return null
  }

  /** The values that cookies of this name had one after the other, each once; what was removed since is among them. */
  valuesOf(name: string): readonly string[] {
    return [...(this.#values.get(utf8Octets(name)) ?? [])]
  }

  /** Carries a decision about a new cookie out, and lets go of what is too much then. */
  #keep(decision: CookieDecision, now: number): CookieDecision[] {
    this.#carryOut([decision])
    if (decision.kind !== 'stored') return [decision]
    return [decision, ...this.#carryOut(decideExcess(this.#cookies, decision.cookie, now, this.#policy.limits))]
  }

  #remove(cookies: readonly StoredCookie[], because: AppliedRule): CookieDecision[] {
    return this.#carryOut(cookies.map((cookie) => ({ kind: 'removed', cookie, because })))
  }

  #carryOut(decisions: CookieDecision[]): CookieDecision[] {
    for (const decision of decisions) {
      applyInPlace(this.#cookies, decision)
      if (decision.kind !== 'stored' && decision.kind !== 'removed') continue
      const key = cookieKey(decision.cookie)
      this.#bySetting.delete(key)
      if (decision.kind === 'removed') continue
      this.#bySetting.add(key)
      const { name, value } = decision.cookie
      this.#values.set(name, (this.#values.get(name) ?? new Set()).add(value))
    }
    return decisions
  }
}
