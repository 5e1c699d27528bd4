/** A property as it was found. Without a prototype, so that nothing added to `Object.prototype` can pose as a field. */
export type FoundProperty = PropertyDescriptor & { readonly __proto__: null }

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
  readonly properties: readonly FoundProperty[]
}

/**
 * Every object that can be reached from the roots over own properties, accessor functions and prototypes, each once,
 * nearest first. Calls no getter.
 */
export function survey(roots: ReadonlyMap<string, object>): FoundObject[] {
  const found: FoundObject[] = []
  const seen = new Set<unknown>()
  const queue: { path: string; object: object }[] = []
  const reach = (path: string, value: unknown) => {
    if (seen.has(value) || !isObject(value)) return
    seen.add(value)
    queue.push({ path, object: value })
  }
  for (const [path, root] of roots) reach(path, root)
  for (const { path, object } of queue) {
    const prototype = Reflect.getPrototypeOf(object)
    const keys = Reflect.ownKeys(object)
    const properties: FoundProperty[] = []
    for (const key of keys) {
      const property: FoundProperty = { __proto__: null, ...Reflect.getOwnPropertyDescriptor(object, key) }
      properties.push(property)
      const name = pathOf(path, key)
      reach(name, property.value)
      reach(`get ${name}`, property.get)
      reach(`set ${name}`, property.set)
    }
    reach(pathOf(path, '__proto__'), prototype)
    found.push({ path, object, prototype, extensible: Reflect.isExtensible(object), keys, properties })
  }
  return found
}

/** `Array` and `prototype` give `Array.prototype`. */
export function pathOf(path: string, key: PropertyKey): string {
  if (typeof key === 'symbol') return `${path}[${key.description ?? ''}]`
  return path === '' ? String(key) : `${path}.${String(key)}`
}

function isObject(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null)
}
