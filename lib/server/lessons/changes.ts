/** How often the disk is looked at while somebody waits, in milliseconds. */
const LOOK = 500

/** What tells things, by their names, from what they were before. */
type Seen = Readonly<Record<string, string>>

/** Waits for something to be different, looking now and then. One look at everything serves everybody who waits. */
export class Changes {
  readonly #waiting = new Map<string, Set<(now: string) => void>>()
  readonly #look: () => Promise<Seen>
  #timer: NodeJS.Timeout | null = null
  #away = false

  constructor(look: () => Promise<Seen>) {
    this.#look = look
  }

  /**
   * Resolves with what there is once it is not `since`, or with `since` after `patience` milliseconds or when `signal`
   * says that nobody waits any more.
   */
  async next(key: string, since: string, patience: number, signal: AbortSignal): Promise<string> {
    const now = (await this.#tryLook())?.[key] ?? since
    if (now !== since || signal.aborted) return now
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(key) ?? new Set()
      const done = (now: string) => {
        clearTimeout(enough)
        signal.removeEventListener('abort', stop)
        waiting.delete(seen)
        if (waiting.size === 0) this.#waiting.delete(key)
        resolve(now)
      }
      const seen = (now: string) => {
        if (now !== since) done(now)
      }
      const stop = () => done(since)
      const enough = setTimeout(stop, patience)
      signal.addEventListener('abort', stop)
      waiting.add(seen)
      this.#waiting.set(key, waiting)
      this.#timer ??= setTimeout(() => void this.#round(), LOOK)
    })
  }

  async #round(): Promise<void> {
    const all = await this.#tryLook()
    for (const [key, waiting] of [...this.#waiting]) {
      const now = all?.[key]
      if (now !== undefined) for (const seen of [...waiting]) seen(now)
    }
    this.#timer = this.#waiting.size === 0 ? null : setTimeout(() => void this.#round(), LOOK)
  }

  /** `null`: it can't be seen, as while a folder is being replaced. That is no change; the next look will see. Said once. */
  async #tryLook(): Promise<Seen | null> {
    try {
      const now = await this.#look()
      this.#away = false
      return now
    } catch (error) {
      if (!this.#away) console.warn(error)
      this.#away = true
      return null
    }
  }
}
