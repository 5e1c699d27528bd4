import { apply } from '@/lib/engine/sessions/intrinsics'

const ArrayClass = Array
const arrayFrom: <T>(this: ArrayConstructor, items: ArrayLike<T>) => T[] = Array.from

/**
 * A list of ours in the making. Adding to an array may run a setter that a program put on Array.prototype, and defining
 * its elements one by one is slow; above this stands nothing, and `Array.from` defines them all.
 */
export class ListBuilder<T> {
  [index: number]: T
  length = 0

  add(item: T): void {
    this[this.length] = item
    this.length++
  }

  list(): T[] {
    return apply<ArrayConstructor, [ArrayLike<T>], T[]>(arrayFrom, ArrayClass, [this])
  }
}
Object.setPrototypeOf(ListBuilder.prototype, null)
