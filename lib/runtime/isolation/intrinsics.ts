import { hiddenIntrinsics } from '@/lib/runtime/isolation/hidden'
import { type FoundObject, pathOf, survey } from '@/lib/runtime/isolation/survey'

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

/** Built-ins as they were at one moment. */
export interface IntrinsicsSnapshot {
  /**
   * Puts everything back as it was: global names, properties, prototypes; the order of properties too, except around
   * those that can't be deleted. Gives the paths of what can't be put back because a program froze it: then only a
   * fresh worker starts clean. Usually empty.
   */
  restore(): readonly string[]
}

/**
 * Records every object that is reachable from the global object, the built-ins without a name, and `others`
 * (objects of the runtime that programs share, such as `Buffer`). To be called once all globals are in place.
 */
export function snapshotIntrinsics(global: object, others: readonly object[] = []): IntrinsicsSnapshot {
  const { prototype } = Object
  const roots = new Map([['', global], ['Object.prototype', prototype], ...hiddenIntrinsics()])
  for (const [index, object] of others.entries()) roots.set(`#${index}`, object)
  const found = survey(roots)
  // It comes first: what `restore` reads of descriptors might otherwise come from there.
  const isFirst = ({ object }: FoundObject) => object === prototype
  const records = [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))]
  return { restore: () => restore(records) }
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
