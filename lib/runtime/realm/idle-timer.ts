/**
 * A socket's timeout (Node documentation, `socket.setTimeout`). One timer that, when it fires too early, waits for the
 * rest: a socket that is busy would otherwise leave a cancelled timer behind with every byte.
 */
export class IdleTimer {
  /** Milliseconds; 0: never. */
  delay = 0
  readonly #onIdle: () => void
  #timer: ReturnType<typeof setTimeout> | null = null
  #activeAt = 0

  constructor(onIdle: () => void) {
    this.#onIdle = onIdle
  }

  set(delay: number): void {
    this.stop()
    this.delay = delay
    this.active()
  }

  /** Something happened. */
  active(): void {
    this.#activeAt = Date.now()
    if (this.delay > 0 && this.#timer === null) this.#wait(this.delay)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.delay = 0
  }

  #wait(delay: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null
      const rest = this.#activeAt + this.delay - Date.now()
      if (rest > 0) this.#wait(rest)
      else this.#onIdle()
    }, delay)
  }
}
