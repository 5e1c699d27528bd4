/** Wrong passwords that cost nothing: people mistype. */
const FREE = 4
/** The longest that somebody has to wait for the next try, in milliseconds. */
const LONGEST = 15 * 60_000
/** After so long without a wrong password all is forgotten. Milliseconds. */
const FORGOTTEN = 60 * 60_000
/** Addresses that are remembered; beyond, the one that tried longest ago is forgotten. */
const ADDRESSES = 10_000
/** Wrong passwords of everybody together within a minute, above which nobody's next try is looked at in that minute. */
const TOGETHER = 300
const MINUTE = 60_000

interface Failures {
  readonly count: number
  readonly last: number
}

/**
 * Slows guessing down: after a few wrong passwords an address has to wait, each time twice as long. Nothing sleeps; a
 * try that comes too early is not looked at.
 */
export class Attempts {
  readonly #failures = new Map<string, Failures>()
  #minute = { from: 0, count: 0 }

  /** How long an address has to wait before its next try, in milliseconds; 0: not at all. */
  wait(address: string, now: number): number {
    if (this.#minute.count >= TOGETHER && now - this.#minute.from < MINUTE) return this.#minute.from + MINUTE - now
    const failures = this.#failures.get(address)
    if (!failures || failures.count <= FREE || now - failures.last > FORGOTTEN) return 0
    const delay = Math.min(1000 * 2 ** (failures.count - FREE - 1), LONGEST)
    return Math.max(0, failures.last + delay - now)
  }

  failed(address: string, now: number): void {
    const before = this.#failures.get(address)
    const count = before && now - before.last <= FORGOTTEN ? before.count + 1 : 1
    // Deleted first, so that the order of the map is that of the last tries.
    this.#failures.delete(address)
    this.#failures.set(address, { count, last: now })
    const [oldest] = this.#failures.keys()
    if (this.#failures.size > ADDRESSES && oldest !== undefined) this.#failures.delete(oldest)
    if (now - this.#minute.from >= MINUTE) this.#minute = { from: now, count: 0 }
    this.#minute.count++
  }

  succeeded(address: string): void {
    this.#failures.delete(address)
  }
}
