import type { Key } from '@/lib/engine/trace/persistent/hash'

export interface Entry<K extends Key, V> {
  readonly type: 'entry'
  readonly hash: number
  readonly key: K
  readonly value: V
}

/** Keys that share a whole hash. */
interface Collision<K extends Key, V> {
  readonly type: 'collision'
  readonly hash: number
  readonly entries: readonly Entry<K, V>[]
}

/** Bit `i` of `map` says that there is a child for the value `i` of the hash bits; children are packed in that order. */
interface Branch<K extends Key, V> {
  readonly type: 'branch'
  readonly map: number
  readonly children: readonly TrieNode<K, V>[]
}

/** A node of a hash array mapped trie (Bagwell, "Ideal hash trees", 2001). No branch has a single child that is none. */
export type TrieNode<K extends Key, V> = Entry<K, V> | Collision<K, V> | Branch<K, V>

const BITS = 5
const MASK = 31

export function find<K extends Key, V>(root: TrieNode<K, V> | null, hash: number, key: K): Entry<K, V> | undefined {
  let node = root
  for (let shift = 0; node !== null; shift += BITS) {
    if (node.type === 'entry') return node.key === key ? node : undefined
    if (node.type === 'collision') return node.entries.find((entry) => entry.key === key)
    const bit = bitOf(hash, shift)
    node = (node.map & bit) === 0 ? null : (node.children[indexOf(node.map, bit)] ?? null)
  }
  return undefined
}

export function insert<K extends Key, V>(
  node: TrieNode<K, V> | null,
  shift: number,
  entry: Entry<K, V>,
): TrieNode<K, V> {
  if (node === null) return entry
  if (node.type === 'branch') {
    const bit = bitOf(entry.hash, shift)
    const index = indexOf(node.map, bit)
    const children = node.children.slice()
    const child = children[index]
    if ((node.map & bit) !== 0 && child) children[index] = insert(child, shift + BITS, entry)
    else children.splice(index, 0, entry)
    return { type: 'branch', map: node.map | bit, children }
  }
  if (node.hash !== entry.hash) return joined(node, entry, shift)
  const others = node.type === 'entry' ? [node] : node.entries
  const entries = [...others.filter(({ key }) => key !== entry.key), entry]
  return entries.length === 1 ? entry : { type: 'collision', hash: entry.hash, entries }
}

/** The node without a key; `null` when nothing is left, the node itself when the key was not there. */
export function remove<K extends Key, V>(
  node: TrieNode<K, V>,
  shift: number,
  hash: number,
  key: K,
): TrieNode<K, V> | null {
  if (node.type === 'entry') return node.key === key ? null : node
  if (node.type === 'collision') {
    const entries = node.entries.filter((entry) => entry.key !== key)
    if (entries.length === node.entries.length) return node
    return entries.length === 1 && entries[0] ? entries[0] : { type: 'collision', hash: node.hash, entries }
  }
  const bit = bitOf(hash, shift)
  const index = indexOf(node.map, bit)
  const child = node.children[index]
  if ((node.map & bit) === 0 || !child) return node
  const next = remove(child, shift + BITS, hash, key)
  if (next === child) return node
  const children = node.children.slice()
  if (next) children[index] = next
  else children.splice(index, 1)
  const only = children[0]
  if (!only) return null
  if (children.length === 1 && only.type !== 'branch') return only
  return { type: 'branch', map: next ? node.map : node.map & ~bit, children }
}

/** A branch over two nodes of different hashes. */
function joined<K extends Key, V>(a: Entry<K, V> | Collision<K, V>, b: Entry<K, V>, shift: number): TrieNode<K, V> {
  const bitA = bitOf(a.hash, shift)
  const bitB = bitOf(b.hash, shift)
  if (bitA === bitB) return { type: 'branch', map: bitA, children: [joined(a, b, shift + BITS)] }
  return { type: 'branch', map: bitA | bitB, children: bitA >>> 0 < bitB >>> 0 ? [a, b] : [b, a] }
}

function bitOf(hash: number, shift: number): number {
  return 1 << ((hash >>> shift) & MASK)
}

/** How many children come before the one of `bit`. */
function indexOf(map: number, bit: number): number {
  let below = map & (bit - 1)
  below -= (below >>> 1) & 0x55555555
  below = (below & 0x33333333) + ((below >>> 2) & 0x33333333)
  return Math.imul((below + (below >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
