import { ALLOWED_GLOBALS, WITHHELD_MEMBERS } from '@/lib/runtime/isolation/allowed-globals'
import { answeredBy, replaceMethod } from '@/lib/runtime/isolation/answered-by'
import { detachEventTarget } from '@/lib/runtime/isolation/event-target'
import { isObject, pathOf, survey } from '@/lib/runtime/isolation/survey'

/**
 * Removes from the global object, and from the objects it inherits from, every name that is neither in
 * `ALLOWED_GLOBALS` nor in `keep`. What the host needs of them it must have taken before. To be called once. Gives
 * the names that the engine does not let go.
 */
export function confine(global: object, keep: Iterable<string> = []): readonly string[] {
  const kept = new Set<PropertyKey>(keep)
  for (const { names } of ALLOWED_GLOBALS) for (const name of names) kept.add(name)
  const left: string[] = []
  const remove = (owner: object, key: PropertyKey) => {
    if (!Reflect.deleteProperty(owner, key)) left.push(String(key))
  }
  detachEventTarget(global, kept)
  for (const owner of chainOf(global)) {
    for (const key of Reflect.ownKeys(owner)) {
      if (kept.has(key)) settle(owner, key, global)
      if (!kept.has(key) || owner !== global) remove(owner, key)
    }
  }
  for (const { owner, member } of WITHHELD_MEMBERS) {
    const object = owner
      .split('.')
      .reduce<unknown>((value, name) => isObject(value) && Reflect.get(value, name), global)
    if (isObject(object)) remove(object, member)
  }
  silenceFinalization(global)
  // As Node's global object says of itself.
  Object.defineProperty(global, Symbol.toStringTag, { value: 'global', configurable: true })
  return left
}

/** Paths of everything that a program can reach by name from the global object, sorted: `Array.prototype.map`. */
export function reachable(global: object): string[] {
  const found = survey(new Map([['', global]]))
  return found.flatMap(({ path, keys }) => keys.map((key) => pathOf(path, key))).sort()
}

/** The global object and its prototypes, without the `Object.prototype` that all objects share. */
function chainOf(global: object): object[] {
  const chain: object[] = []
  for (let object: object | null = global; object !== null && object !== Object.prototype; ) {
    chain.push(object)
    object = Reflect.getPrototypeOf(object)
  }
  return chain
}

/**
 * Makes a global name a plain property of the global object. Node loads some when they are first asked for, and a
 * snapshot must find them loaded; browsers have some on a prototype.
 */
function settle(owner: object, key: PropertyKey, global: object): void {
  const property = Reflect.getOwnPropertyDescriptor(owner, key)
  if (!property?.configurable || (owner === global && !property.get)) return
  const value: unknown = Reflect.get(owner, key, global)
  const { enumerable = false } = property
  Object.defineProperty(global, key, { value, writable: true, enumerable, configurable: true })
}

/**
 * When garbage is collected depends on the machine. An engine need not ever call back (ECMAScript, "Processing Model
 * of WeakRef and FinalizationRegistry Targets"), so this one does not.
 */
function silenceFinalization(global: object): void {
  const Registry: unknown = Reflect.get(global, 'FinalizationRegistry')
  if (typeof Registry !== 'function' || !isObject(Registry.prototype)) return
  replaceMethod(Registry.prototype, 'register', (native) => answeredBy(native, () => undefined))
}
