/** A branch holds branches or leaves, a leaf holds items; all are full but for those at the right edge. */
type Node<T> =
  | { readonly type: 'branch'; readonly children: readonly Node<T>[] }
  | { readonly type: 'leaf'; readonly items: readonly T[] }

const BITS = 5
const WIDTH = 1 << BITS

/**
 * An immutable list. A changed copy shares all but a few nodes with the original, so that keeping many versions is cheap:
 * reading, changing and adding an item take O(log32 n). Positions count from 0.
 */
export class Vector<T> {
  static readonly #empty: Vector<never> = new Vector<never>({ type: 'leaf', items: [] }, 0, 0)

  readonly length: number
  readonly #root: Node<T>
  /** How many bits of a position lie below the root's own. */
  readonly #shift: number

  private constructor(root: Node<T>, length: number, shift: number) {
    this.#root = root
    this.length = length
    this.#shift = shift
  }

  static empty<T>(): Vector<T> {
    return Vector.#empty
  }

  /** The item at a position; `undefined` beyond the end. */
  at(position: number): T | undefined {
    if (position < 0 || position >= this.length) return undefined
    let node = this.#root
    for (let shift = this.#shift; node.type === 'branch'; shift -= BITS) {
      const child = node.children[(position >>> shift) % WIDTH]
      if (!child) return undefined
      node = child
    }
    return node.items[position % WIDTH]
  }

  /** The last item; `undefined` when there is none. */
  get last(): T | undefined {
    return this.at(this.length - 1)
  }

  push(item: T): Vector<T> {
    const full = this.length === WIDTH << this.#shift
    const shift = full ? this.#shift + BITS : this.#shift
    const root: Node<T> = full ? { type: 'branch', children: [this.#root] } : this.#root
    return new Vector(withItem(root, shift, this.length, item), this.length + 1, shift)
  }

  /** The list with another item at a position; the list itself when there is no such position. */
  with(position: number, item: T): Vector<T> {
    if (position < 0 || position >= this.length) return this
    return new Vector(withItem(this.#root, this.#shift, position, item), this.length, this.#shift)
  }

  [Symbol.iterator](): Iterator<T> {
    return this.toArray()[Symbol.iterator]()
  }

  toArray(): T[] {
    const items: T[] = []
    collect(this.#root, items)
    return items
  }
}

/** The node with an item at a position that is in it or is the next free one. */
function withItem<T>(node: Node<T>, shift: number, position: number, item: T): Node<T> {
  if (node.type === 'leaf') {
    const items = node.items.slice()
    items[position % WIDTH] = item
    return { type: 'leaf', items }
  }
  const children = node.children.slice()
  const slot = (position >>> shift) % WIDTH
  const below = shift - BITS
  children[slot] = withItem(children[slot] ?? emptyNode(below), below, position, item)
  return { type: 'branch', children }
}

function emptyNode<T>(shift: number): Node<T> {
  return shift === 0 ? { type: 'leaf', items: [] } : { type: 'branch', children: [] }
}

function collect<T>(node: Node<T>, into: T[]): void {
  if (node.type === 'leaf') for (const item of node.items) into.push(item)
  else for (const child of node.children) collect(child, into)
}
