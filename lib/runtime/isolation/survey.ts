/** An object as it was found. */
export interface FoundObject {
  /** How to get there from a root, for messages: `Array.prototype.map`. */
  readonly path: string
  readonly object: object
  readonly prototype: object | null
  readonly extensible: boolean
  /** Own keys in their order. */
  readonly keys: readonly PropertyKey[]
  /** The property of each key. */
  readonly properties: readonly PropertyDescriptor[]
}

/**
 * Every object that can be reached from the roots over own properties, accessor functions and prototypes, each once,
 * nearest first. Calls no getter.
 */
export function survey(roots: ReadonlyMap<string, object>): FoundObject[] {
  const found: FoundObject[] = []
  const seen = new Set<object>()
  const queue: { path: string; object: object }[] = []
  const reach = (value: unknown, from: string, key: PropertyKey, part = '') => {
    if (!isObject(value) || seen.has(value)) return
    seen.add(value)
    queue.push({ path: part + pathOf(from, key), object: value })
  }
  for (const [path, root] of roots) reach(root, '', path)
  for (const { path, object } of queue) {
    const keys = Reflect.ownKeys(object)
    const properties: PropertyDescriptor[] = []
    for (const key of keys) {
      const property = Reflect.getOwnPropertyDescriptor(object, key) ?? {}
      properties.push(property)
      reach(property.value, path, key)
      reach(property.get, path, key, 'get ')
      reach(property.set, path, key, 'set ')
    }
    const prototype = Reflect.getPrototypeOf(object)
    reach(prototype, path, '__proto__')
    found.push({ path, object, prototype, extensible: Reflect.isExtensible(object), keys, properties })
  }
  return found
}

/** `Array` and `prototype` give `Array.prototype`. */
export function pathOf(path: string, key: PropertyKey): string {
  if (typeof key === 'symbol') return `${path}[${key.description ?? ''}]`
  return path === '' ? String(key) : `${path}.${String(key)}`
}

export function isObject(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null)
}
