import { hiddenIntrinsics } from '@/lib/runtime/isolation/hidden'
import { type FoundObject, isObject, pathOf, survey } from '@/lib/runtime/isolation/survey'

/** A function or an accessor that is no longer the engine's own. */
export interface ReplacedBuiltIn {
  readonly path: string
  readonly object: object
  readonly key: PropertyKey
  readonly then: PropertyDescriptor
  /** `undefined`: it was deleted. */
  readonly now: PropertyDescriptor | undefined
}

export interface Changes {
  readonly replaced: readonly ReplacedBuiltIn[]
  /** Paths of what is reached without being named: prototypes that were exchanged, names added to what everything inherits from. */
  readonly other: readonly string[]
}

// Taken before any program runs. Nothing in `restore` looks anything up on a built-in, iterates or assigns by index.
const {
  apply,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isExtensible,
  ownKeys,
  setPrototypeOf,
} = Reflect
const { is } = Object
const { exec } = RegExp.prototype
const objectPrototype: object = Object.prototype
const arrayPrototype: object = Array.prototype

/** Built-ins as they were at one moment. */
export interface IntrinsicsSnapshot {
  /**
   * Puts everything back as it was: global names, properties, prototypes; the order of properties too, except around
   * those that can't be deleted. Gives the paths of what can't be put back because a program froze it: then only a
   * fresh worker starts clean. Usually empty.
   */
  restore(): readonly string[]
  /** What was replaced or added since. Looks at everything: well under a millisecond, but nothing for every callback. */
  changes(): Changes
}

/**
 * Records every object that is reachable from the global object, the built-ins without a name, and `others`
 * (objects of the runtime that programs share, such as `Buffer`, by name). To be called once all globals are in place.
 */
export function snapshotIntrinsics(global: object, others: Readonly<Record<string, object>> = {}): IntrinsicsSnapshot {
  const { prototype } = Object
  const roots = new Map([['', global], ['Object.prototype', prototype], ...wellKnown(), ...hiddenIntrinsics()])
  for (const [name, object] of Object.entries(others)) roots.set(name, object)
  const found = survey(roots)
  // It comes first: what `restore` reads of descriptors might otherwise come from there.
  const isFirst = ({ object }: FoundObject) => object === prototype
  const records = [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))]
  return { restore: () => restore(records), changes: () => changes(records) }
}

/** Where the way that is found first is not the one that people know. */
function wellKnown(): [string, object][] {
  const typedArray = getPrototypeOf(Uint8Array)
  const named: [string, object][] = [['Function.prototype', Function.prototype]]
  if (typedArray) named.push(['TypedArray', typedArray])
  const prototype: unknown = typeof typedArray === 'function' ? typedArray.prototype : null
  if (isObject(prototype)) named.push(['TypedArray.prototype', prototype])
  return named
}

/** Puts built-ins back, or with `now` what the program had in their place. */
export function putBack(replaced: readonly ReplacedBuiltIn[], which: 'then' | 'now'): void {
  for (let i = 0; i < replaced.length; i++) {
    const one = replaced[i]
    if (!one) continue
    const property = one[which]
    if (property) defineProperty(one.object, one.key, alone(property))
    else deleteProperty(one.object, one.key)
  }
}

function changes(records: readonly FoundObject[]): Changes {
  const replaced: ReplacedBuiltIn[] = []
  const other: string[] = []
  for (let i = 0; i < records.length; i++) {
    const record = records[i]
    if (!record) continue
    const { object, path, keys, properties } = record
    if (getPrototypeOf(object) !== record.prototype) append(other, pathOf(path, '__proto__'))
    if (object === objectPrototype || object === arrayPrototype) {
      const present = ownKeys(object)
      for (let k = 0; k < present.length; k++) {
        const key = present[k]
        if (key !== undefined && !contains(keys, key)) append(other, pathOf(path, key))
      }
    }
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k]
      const then = properties[k]
      if (key === undefined || !then || !(typeof then.value === 'function' || then.get || then.set)) continue
      const now = getOwnPropertyDescriptor(object, key)
      if (now && is(now.value, then.value) && now.get === then.get && now.set === then.set) continue
      append(replaced, { path: pathOf(path, key), object, key, then, now })
    }
  }
  return { replaced, other }
}

function restore(records: readonly FoundObject[]): readonly string[] {
  const stuck: string[] = []
  restorePrototypes(records, stuck)
  for (let i = 0; i < records.length; i++) {
    const record = records[i]
    if (!record) continue
    removeStrangers(record, stuck)
    restoreProperties(record, stuck)
    if (isExtensible(record.object) !== record.extensible) append(stuck, record.path)
  }
  // Forgets the last match (`RegExp.$1`, Annex B of many engines), which is state of the realm too.
  apply(exec, /(?:)/, [''])
  return stuck
}

/** Changed links are cut first: put back one by one, they could form a circle with those still to come. */
function restorePrototypes(records: readonly FoundObject[], stuck: string[]): void {
  const changed: FoundObject[] = []
  for (let i = 0; i < records.length; i++) {
    const record = records[i]
    if (record && getPrototypeOf(record.object) !== record.prototype) append(changed, record)
  }
  for (let i = 0; i < changed.length; i++) {
    const record = changed[i]
    if (record) setPrototypeOf(record.object, null)
  }
  for (let i = 0; i < changed.length; i++) {
    const record = changed[i]
    if (record && !setPrototypeOf(record.object, record.prototype)) append(stuck, pathOf(record.path, '__proto__'))
  }
}

/** Deletes what was added, and what is out of its order: `restoreProperties` defines that again. */
function removeStrangers({ object, path, keys }: FoundObject, stuck: string[]): void {
  const present = ownKeys(object)
  let matched = 0
  for (let i = 0; i < present.length; i++) {
    const key = present[i]
    if (matched < keys.length && key === keys[matched]) matched++
    else if (key !== undefined && !deleteProperty(object, key) && !contains(keys, key)) append(stuck, pathOf(path, key))
  }
}

function restoreProperties({ object, path, keys, properties }: FoundObject, stuck: string[]): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]
    const property = properties[i]
    if (key === undefined || !property || same(getOwnPropertyDescriptor(object, key), property)) continue
    if (!defineProperty(object, key, alone(property))) append(stuck, pathOf(path, key))
  }
}

/** A descriptor inherits from Object.prototype, which is already as it was: fields that it lacks read as undefined. */
function same(now: PropertyDescriptor | undefined, then: PropertyDescriptor): boolean {
  return (
    now !== undefined &&
    is(now.value, then.value) &&
    now.get === then.get &&
    now.set === then.set &&
    now.writable === then.writable &&
    now.enumerable === then.enumerable &&
    now.configurable === then.configurable
  )
}

/** A descriptor without a prototype: what a program put there can't pose as a field. */
function alone(property: PropertyDescriptor): PropertyDescriptor & { readonly __proto__: null } {
  return { __proto__: null, ...property }
}

function contains(keys: readonly PropertyKey[], key: PropertyKey): boolean {
  for (let i = 0; i < keys.length; i++) if (keys[i] === key) return true
  return false
}

/** Like push, also where a program left a setter for an index that nobody can delete. */
function append<T>(list: T[], value: T): void {
  defineProperty(list, list.length, alone({ value, writable: true, enumerable: true, configurable: true }))
}
