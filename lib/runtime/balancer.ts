import type { Balancing, ServerName, VisitorId } from '@/lib/engine/story/action'

/** Something of a server that listens on a port. */
export interface Listener {
  readonly server: ServerName
}

/**
 * Shares requests out among the servers that listen on the same port, as Node's cluster module does in one process
 * (Node documentation, `cluster`, "How it works"). In turn, or sticky: a visitor's first request decides by turn, and
 * it stays with that server while the server listens.
 */
export class Balancer {
  #by: Balancing
  /** Whose turn was last, by port. */
  readonly #last = new Map<number, ServerName>()
  /** Who serves whom, by port and visitor. */
  readonly #kept = new Map<string, ServerName>()

  constructor(by: Balancing) {
    this.#by = by
  }

  /** Another way from here on; who stayed with whom is forgotten. */
  balance(by: Balancing): void {
    this.#by = by
    this.#kept.clear()
  }

  /**
   * Who answers the next request. `null` as visitor: another program of the same world asks, which stays with nobody.
   * @param listeners in the order of the servers' names
   */
  choose<L extends Listener>(port: number, visitor: VisitorId | null, listeners: readonly L[]): L | undefined {
    const key = `${port} ${visitor}`
    const kept = this.#keeps(visitor) && listeners.find(({ server }) => server === this.#kept.get(key))
    if (kept) return kept
    const chosen = this.#next(port, listeners)
    if (chosen && this.#keeps(visitor)) this.#kept.set(key, chosen.server)
    return chosen
  }

  #keeps(visitor: VisitorId | null): boolean {
    return this.#by === 'sticky' && visitor !== null
  }

  /** The one after the last that had its turn; the first after the last of all. */
  #next<L extends Listener>(port: number, listeners: readonly L[]): L | undefined {
    const last = this.#last.get(port)
    const next = listeners.find(({ server }) => last === undefined || server > last) ?? listeners[0]
    if (next) this.#last.set(port, next.server)
    return next
  }
}
