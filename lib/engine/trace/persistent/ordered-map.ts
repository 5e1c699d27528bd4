import type { Key } from '@/lib/engine/trace/persistent/hash'
import { Trie } from '@/lib/engine/trace/persistent/trie'
import { Vector } from '@/lib/engine/trace/persistent/vector'

interface Entry<K, V> {
  readonly key: K
  readonly value: V
}

/** Removed entries leave holes; so many of them are let be before all are closed. */
const HOLES = 32

/**
 * An immutable map in the order in which its keys first came, as JavaScript's own. A changed copy shares nearly all of
 * its memory with the original: reading and changing take O(log32 n).
 */
export class OrderedMap<K extends Key, V> {
  static readonly #empty = new OrderedMap<never, never>(Trie.empty(), Vector.empty(), 0)

  readonly size: number
  readonly #index: Trie<K, number>
  readonly #slots: Vector<Entry<K, V> | null>
  #values: readonly V[] | null = null

  private constructor(index: Trie<K, number>, slots: Vector<Entry<K, V> | null>, size: number) {
    this.#index = index
    this.#slots = slots
    this.size = size
  }

  static empty<K extends Key, V>(): OrderedMap<K, V> {
    return OrderedMap.#empty
  }

  get(key: K): V | undefined {
    const position = this.#index.get(key)
    return position === undefined ? undefined : this.#slots.at(position)?.value
  }

  has(key: K): boolean {
    return this.#index.get(key) !== undefined
  }

  /** The map with a value for a key; the map itself when that is the key's value already. */
  with(key: K, value: V): OrderedMap<K, V> {
    const slot = { key, value }
    const position = this.#index.get(key)
    if (position === undefined) {
      const index = this.#index.with(key, this.#slots.length)
      return new OrderedMap(index, this.#slots.push(slot), this.size + 1)
    }
    if (this.#slots.at(position)?.value === value) return this
    return new OrderedMap(this.#index, this.#slots.with(position, slot), this.size)
  }

  /** The map without a key; the map itself when it has no such key. */
  without(key: K): OrderedMap<K, V> {
    const position = this.#index.get(key)
    if (position === undefined) return this
    const size = this.size - 1
    const next = new OrderedMap(this.#index.without(key), this.#slots.with(position, null), size)
    return next.#slots.length - size > HOLES + size ? next.#withoutHoles() : next
  }

  /** The last value in order; `undefined` when there is none. */
  get last(): V | undefined {
    for (let position = this.#slots.length - 1; position >= 0; position--) {
      const slot = this.#slots.at(position)
      if (slot) return slot.value
    }
    return undefined
  }

  keys(): K[] {
    return this.#entries().map(({ key }) => key)
  }

  /** The values in order. Asked again, it is the same array: panels ask at every step of the cursor. */
  values(): readonly V[] {
    this.#values ??= this.#entries().map(({ value }) => value)
    return this.#values
  }

  /** `values().slice(from, to)`, for numbers that are not negative; of a long map it makes no list of all. */
  slice(from: number, to: number): readonly V[] {
    if (this.#slots.length !== this.size) return this.values().slice(from, to)
    const values: V[] = []
    for (let position = from; position < Math.min(to, this.size); position++) {
      const slot = this.#slots.at(position)
      if (slot) values.push(slot.value)
    }
    return values
  }

  #entries(): Entry<K, V>[] {
    return this.#slots.toArray().filter((slot) => slot !== null)
  }

  #withoutHoles(): OrderedMap<K, V> {
    let closed = OrderedMap.empty<K, V>()
    for (const { key, value } of this.#entries()) closed = closed.with(key, value)
    return closed
  }
}
