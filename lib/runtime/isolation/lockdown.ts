import { ALLOWED_GLOBALS, WITHHELD_MEMBERS } from '@/lib/runtime/isolation/allowed-globals'
import { detachEventTarget } from '@/lib/runtime/isolation/event-target'
import { isObject, pathOf, survey } from '@/lib/runtime/isolation/survey'

/**
 * Removes from the global object, and from the objects it inherits from, every name that is neither in
 * `ALLOWED_GLOBALS` nor in `keep`. What the host needs of them it must have taken before. Gives the names that the
 * engine does not let go.
 */
export function confine(global: object, keep: Iterable<string> = []): readonly string[] {
  const allowed = new Set<PropertyKey>(keep)
  for (const { names } of ALLOWED_GLOBALS) for (const name of names) allowed.add(name)
  const left: string[] = []
  const remove = (owner: object, key: PropertyKey) => {
    if (!Reflect.deleteProperty(owner, key)) left.push(String(key))
  }
  detachEventTarget(global)
  for (const owner of chainOf(global)) {
    for (const key of Reflect.ownKeys(owner)) if (!allowed.has(key)) remove(owner, key)
  }
  for (const { path } of WITHHELD_MEMBERS) {
    const names = path.split('.')
    const member = names.pop() ?? ''
    const owner = names.reduce<unknown>(
      (object, name) => (isObject(object) ? Reflect.get(object, name) : object),
      global,
    )
    if (isObject(owner)) remove(owner, member)
  }
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
