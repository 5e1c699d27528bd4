import { hashOf, type Key } from '@/lib/engine/trace/persistent/hash'
import { find, insert, remove, type TrieNode } from '@/lib/engine/trace/persistent/trie-node'

/**
 * An immutable map without an order. A changed copy shares all but a few nodes with the original: reading and changing
 * take O(log32 n).
 */
export class Trie<K extends Key, V> {
  static readonly #empty = new Trie<never, never>(null)

  readonly #root: TrieNode<K, V> | null

  private constructor(root: TrieNode<K, V> | null) {
    this.#root = root
  }

  static empty<K extends Key, V>(): Trie<K, V> {
    return Trie.#empty
  }

  get(key: K): V | undefined {
    return find(this.#root, hashOf(key), key)?.value
  }

  with(key: K, value: V): Trie<K, V> {
    return new Trie(insert(this.#root, 0, { type: 'entry', hash: hashOf(key), key, value }))
  }

  /** The map without a key; the map itself when it has no such key. */
  without(key: K): Trie<K, V> {
    if (this.#root === null) return this
    const root = remove(this.#root, 0, hashOf(key), key)
    return root === this.#root ? this : new Trie(root)
  }
}
