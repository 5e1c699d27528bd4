/*
 * The built-in functions that previews are taken with, as they were before student code ran. Student code shares our
 * built-in objects and may overwrite what it likes, so nothing of this folder that runs beside it calls a method of theirs,
 * spreads, iterates, assigns to an element or reads beyond the last: each goes through a property that can be replaced.
 */

export const { create, getOwnPropertyDescriptor, getPrototypeOf, hasOwn, keys, prototype: objectPrototype } = Object
export const { apply } = Reflect
export const { isArray } = Array
export const { isView } = ArrayBuffer
export const mapPrototype = Map.prototype
export const setPrototype = Set.prototype
export const datePrototype = Date.prototype
export const errorPrototype = Error.prototype
export const regExpPrototype = RegExp.prototype
export const promisePrototype = Promise.prototype
export const weakMapPrototype = WeakMap.prototype
export const weakSetPrototype = WeakSet.prototype
export const arrayBufferPrototype = ArrayBuffer.prototype

const { charCodeAt, slice } = String.prototype
const { getTime, toISOString } = Date.prototype
const { isNaN: isInvalid } = Number
const { toString: symbolToString } = Symbol.prototype
const { entries } = Map.prototype
const { next } = new Map<unknown, unknown>().entries()
const typedArrayPrototype: object = getPrototypeOf(Uint8Array.prototype)
const mapSize = getter(mapPrototype, 'size')
const setSize = getter(setPrototype, 'size')
const typedArrayName = getter(typedArrayPrototype, Symbol.toStringTag)
const typedArrayLength = getter(typedArrayPrototype, 'length')

/** No arguments. */
const NONE: [] = []

function getter(object: object, name: PropertyKey): (this: unknown) => unknown {
  return getOwnPropertyDescriptor(object, name)?.get ?? (() => undefined)
}

/** An element of a list. Beyond the end of an array, one reads what stands at that index on Array.prototype. */
export function itemAt<T>(list: readonly T[], index: number): T | undefined {
  return index < list.length ? list[index] : undefined
}

/** An object without a prototype, so that any string is a key like others. */
export function dictionary<T>(): Record<string, T> {
  return create(null)
}

/** The name of a symbol with its description: `Symbol(x)`. */
export function symbolText(symbol: symbol): string {
  return apply(symbolToString, symbol, NONE)
}

/** The beginning of a string, without half a surrogate pair at its end. */
export function startOf(text: string, length: number): string {
  const last = apply(charCodeAt, text, [length - 1])
  return apply(slice, text, [0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length])
}

/** The moment of a Date; `null` when the object is none. */
export function dateText(date: object): string | null {
  try {
    const time = apply<object, [], number>(getTime, date, NONE)
    return isInvalid(time) ? 'Invalid Date' : apply<object, [], string>(toISOString, date, NONE)
  } catch {
    return null
  }
}

export function isMap(object: object): object is ReadonlyMap<unknown, unknown> {
  return count(mapSize, object) !== null
}

export function sizeOfMap(map: ReadonlyMap<unknown, unknown>): number {
  return count(mapSize, map) ?? 0
}

/** `null` when the object is no Set. */
export function sizeOfSet(object: object): number | null {
  return count(setSize, object)
}

/** `Uint8Array(3)`; `null` when the object is no typed array. */
export function typedArrayText(object: object): string | null {
  const name = apply(typedArrayName, object, NONE)
  return typeof name === 'string' ? `${name}(${count(typedArrayLength, object) ?? 0})` : null
}

/** Gives the entries of a real Map one by one, until `visit` says no. */
export function eachMapEntry(
  map: ReadonlyMap<unknown, unknown>,
  visit: (key: unknown, value: unknown) => boolean,
): void {
  const iterator = apply<object, [], MapIterator<[unknown, unknown]>>(entries, map, NONE)
  for (;;) {
    const step = apply(next, iterator, NONE)
    if (step.done || !visit(step.value[0], step.value[1])) return
  }
}

function count(size: (this: unknown) => unknown, object: object): number | null {
  try {
    const value = apply(size, object, NONE)
    return typeof value === 'number' ? value : null
  } catch {
    return null
  }
}
