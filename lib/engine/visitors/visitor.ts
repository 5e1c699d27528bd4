import { CookieJar } from '@/lib/engine/cookies/jar'
import { policyOf } from '@/lib/engine/cookies/policy'
import type { BrowserKind, Via, VisitorId } from '@/lib/engine/story/action'

/** One entry of a visitor's history: what a reload sends again. */
export interface HistoryEntry {
  readonly url: URL
  readonly method: string
  readonly body: string | null
  readonly via: Via
  /** The page that led here; `null` for the address bar. */
  readonly initiator: URL | null
}

/** What kind of browser a profile is of; it stays that. */
export interface Traits {
  /** Closing its last window forgets the whole profile, and cookies of other sites are blocked. */
  readonly incognito: boolean
  readonly browser: BrowserKind
}

/** One simulated browser profile. Closing its windows keeps the profile: persistent cookies wait in the jar. */
export class Visitor {
  readonly id: VisitorId
  readonly traits: Traits
  readonly jar: CookieJar
  /** Whether a request inside another site's page may carry cookies that are not partitioned. */
  readonly takesThirdPartyCookies: boolean
  open = true
  readonly #history: HistoryEntry[] = []
  #position = -1

  constructor(id: VisitorId, traits: Traits) {
    this.id = id
    this.traits = traits
    const policy = policyOf(traits)
    this.jar = new CookieJar(policy)
    this.takesThirdPartyCookies = policy.thirdPartyCookies === 'allowed'
  }

  /** An incognito profile is gone with its last window. */
  get forgotten(): boolean {
    return this.traits.incognito && !this.open
  }

  /** The page in the window; `null` when nothing was visited yet. */
  get page(): HistoryEntry | null {
    return this.#history[this.#position] ?? null
  }

  get previous(): HistoryEntry | null {
    return this.#history[this.#position - 1] ?? null
  }

  show(entry: HistoryEntry, mode: 'push' | 'replace' | 'back'): void {
    if (mode === 'back') this.#position--
    if (mode === 'push') this.#position++
    this.#position = Math.max(this.#position, 0)
    this.#history.length = this.#position
    this.#history.push(entry)
  }

  /** Closes the windows: the history of this session is gone. */
  close(): void {
    this.open = false
    this.#history.length = 0
    this.#position = -1
  }
}
