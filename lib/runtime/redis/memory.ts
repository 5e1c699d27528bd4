import type { Database } from '@/lib/runtime/redis/database'
import { sizeOf } from '@/lib/runtime/redis/value'

/** Above this share of what may be held, growing is refused: then counting is worth its while again only after a change. */
const FULL = 0.9

/** What a key costs besides its name and value, roughly as in Redis. */
const OVERHEAD = 64

/**
 * Keeps count of what a Redis holds. What commands bring is added up; only when that seems too much is counted what is
 * really there.
 */
export class Memory {
  readonly #databases: readonly Database[]
  readonly #most: number
  #brought = 0

  constructor(databases: readonly Database[], most: number) {
    this.#databases = databases
    this.#most = most
  }

  /** Whether a command with these arguments may make the data grow. */
  hasRoom(args: readonly string[]): boolean {
    const coming = args.reduce((size, arg) => size + arg.length + OVERHEAD, 0)
    if (this.#brought + coming > this.#most) {
      const held = this.#held()
      this.#brought = held > this.#most * FULL ? this.#most : held
    }
    if (this.#brought + coming > this.#most) return false
    this.#brought += coming
    return true
  }

  #held(): number {
    let size = 0
    for (const database of this.#databases)
      for (const [key, { value }] of database.entries()) size += key.length + OVERHEAD + sizeOf(value)
    return size
  }
}
