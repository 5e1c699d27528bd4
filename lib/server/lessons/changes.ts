/** How often the disk is looked at while somebody waits, in milliseconds. */
const LOOK = 500

/** Waits for something to be different, looking now and then. One look serves everybody who waits for the same. */
export class Changes {
  readonly #waiting = new Map<string, Set<(now: string) => void>>()
  readonly #look: (key: string) => Promise<string>
  #timer: NodeJS.Timeout | null = null

  /** `look` gives what tells the thing of that name from what it was before. */
  constructor(look: (key: string) => Promise<string>) {
    this.#look = look
  }

  /**
   * Resolves with what there is once it is not `since`, or with `since` after `patience` milliseconds or when `signal`
   * says that nobody waits any more.
   */
  async next(key: string, since: string, patience: number, signal: AbortSignal): Promise<string> {
    const now = await this.#look(key)
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
    for (const [key, waiting] of [...this.#waiting]) {
      try {
        const now = await this.#look(key)
        for (const seen of [...waiting]) seen(now)
      } catch (error) {
        // The folder may be away for a moment, while it is being replaced; the next look will see.
        console.warn(error)
      }
    }
    this.#timer = this.#waiting.size === 0 ? null : setTimeout(() => void this.#round(), LOOK)
  }
}
