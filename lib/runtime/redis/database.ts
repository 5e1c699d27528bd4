import type { Appointment, Clock } from '@/lib/engine/clock'
import { fail, WRONG_TYPE } from '@/lib/runtime/redis/errors'
import { isEmpty, type Kind, type Value, type ValueOf } from '@/lib/runtime/redis/value'

export interface Entry {
  readonly value: Value
  /** Milliseconds since the Unix epoch; `null`: it stays. */
  readonly expires: number | null
  /** Rises with every new key: SCAN goes by it. */
  readonly serial: number
}

/** A key that is not what it was. */
export interface Change {
  readonly key: string
  readonly isNew: boolean
  /** `null`: it is gone. */
  readonly entry: Entry | null
}

/**
 * One numbered database of a Redis. Its keys go at their very moment: each has an appointment with the clock. (Redis
 * itself keeps a key until the millisecond is over, and looks a few times a second.)
 */
export class Database {
  readonly #clock: Clock
  readonly #onExpired: (key: string) => void
  readonly #entries = new Map<string, Entry>()
  /** Keys that were touched since changes were taken, and whether they were there before. */
  readonly #touched = new Map<string, boolean>()
  readonly #appointments = new Map<string, Appointment>()
  #serials = 0

  constructor(clock: Clock, onExpired: (key: string) => void) {
    this.#clock = clock
    this.#onExpired = onExpired
  }

  get size(): number {
    return this.#entries.size
  }

  /** In the order in which they came to be. */
  keys(): Iterable<string> {
    return this.#entries.keys()
  }

  entries(): Iterable<readonly [string, Entry]> {
    return this.#entries
  }

  get(key: string): Entry | null {
    return this.#entries.get(key) ?? null
  }

  has(key: string): boolean {
    return this.#entries.has(key)
  }

  /** The value of a key if it is of a kind, `null` if there is none; WRONGTYPE if it is of another. */
  read<K extends Kind>(key: string, kind: K): ValueOf<K> | null {
    const value = this.#entries.get(key)?.value
    if (value === undefined) return null
    return isOf(value, kind) ? value : fail(WRONG_TYPE)
  }

  /**
   * Changes a collection in place, a new one where there is none. `change` says by `touch` that something is other than
   * before; if it throws, nothing was made. What is empty in the end goes.
   */
  edit<K extends Kind, R>(
    key: string,
    kind: K,
    make: () => Value & ValueOf<NoInfer<K>>,
    change: (value: ValueOf<K>, touch: () => void) => R,
  ): R {
    const known = this.read(key, kind)
    const value = known ?? make()
    let touched = false
    const result = change(value, () => {
      touched = true
    })
    if (!known && !isEmpty(value)) this.set(key, value)
    else if (known && touched) this.changed(key)
    return result
  }

  /** Puts a value in place of whatever was there. `expires` absent: it stays. */
  set(key: string, value: Value, expires: number | null = null): void {
    if (expires !== null && expires <= this.#clock.now) {
      this.delete(key)
      return
    }
    this.#touch(key)
    this.#entries.set(key, { value, expires, serial: this.#entries.get(key)?.serial ?? ++this.#serials })
    if (expires !== null) this.#schedule(key, expires)
  }

  /** Puts a value in place of another; when it goes stays as it is. */
  replace(key: string, value: Value): void {
    this.set(key, value, this.#entries.get(key)?.expires ?? null)
  }

  /** A collection was changed in place. It goes when nothing is left in it. */
  changed(key: string): void {
    const entry = this.#entries.get(key)
    if (entry && isEmpty(entry.value)) this.delete(key)
    else this.#touch(key)
  }

  /** Whether there was such a key. */
  delete(key: string): boolean {
    if (!this.#entries.has(key)) return false
    this.#touch(key)
    return this.#entries.delete(key)
  }

  /** Says when an existing key goes; a moment that is past is now. */
  expireAt(key: string, expires: number | null): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    if (expires !== null && expires <= this.#clock.now) {
      this.delete(key)
      return
    }
    this.#touch(key)
    this.#entries.set(key, { ...entry, expires })
    if (expires !== null) this.#schedule(key, expires)
  }

  clear(): void {
    for (const key of this.#entries.keys()) this.#touch(key)
    this.#entries.clear()
  }

  /** Keys that were touched since changes were taken. */
  touched(): Iterable<string> {
    return this.#touched.keys()
  }

  /** What changed since the last time, in the order in which it did. */
  takeChanges(): readonly Change[] {
    if (this.#touched.size === 0) return []
    const changes = [...this.#touched].flatMap(([key, wasThere]): Change[] => {
      const entry = this.get(key)
      return entry || wasThere ? [{ key, isNew: !wasThere, entry }] : []
    })
    this.#touched.clear()
    return changes
  }

  /** When the next key goes; `null` when all stay. */
  nextExpiry(): number | null {
    let next: number | null = null
    for (const { expires } of this.#entries.values())
      if (expires !== null && (next === null || expires < next)) next = expires
    return next
  }

  #touch(key: string): void {
    if (!this.#touched.has(key)) this.#touched.set(key, this.#entries.has(key))
  }

  /** A later expiry needs no new appointment: the one that stands is arranged anew when it comes. */
  #schedule(key: string, expires: number): void {
    const standing = this.#appointments.get(key)
    if (standing && standing.due <= expires) return
    standing?.cancel()
    this.#appointments.set(
      key,
      this.#clock.at(expires, () => this.#due(key)),
    )
  }

  #due(key: string): void {
    this.#appointments.delete(key)
    const expires = this.#entries.get(key)?.expires ?? null
    if (expires === null) return
    if (expires > this.#clock.now) {
      this.#schedule(key, expires)
      return
    }
    this.#entries.delete(key)
    this.#onExpired(key)
  }
}

function isOf<K extends Kind>(value: Value, kind: K): value is Value & ValueOf<K> {
  return value.kind === kind
}
