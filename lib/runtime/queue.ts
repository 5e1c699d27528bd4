/**
 * First in, first out. Of an array it uses the indices and the length, nothing that a program could put something else
 * in the place of: on these queues depends that a run comes to an end at all.
 */
export class Queue<T> {
  #items: (T | undefined)[] = []
  #first = 0

  get size(): number {
    return this.#items.length - this.#first
  }

  add(item: T): void {
    this.#items[this.#items.length] = item
  }

  /** Takes the oldest out; `undefined` when there is none. */
  take(): T | undefined {
    if (this.#first === this.#items.length) return undefined
    const item = this.#items[this.#first]
    this.#items[this.#first++] = undefined
    if (this.#first === this.#items.length) this.clear()
    return item
  }

  clear(): void {
    this.#items = []
    this.#first = 0
  }
}
