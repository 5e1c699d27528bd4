/**
 * Whether two values say the same: plain data (objects, lists, maps, bytes) by what is in it, all else by identity. What a
 * replay leaves as it was comes as new objects, and nothing of it needs to be rendered again.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) return sameItems(a, b)
  if (a instanceof Uint8Array && b instanceof Uint8Array) return sameItems(a, b)
  if (a instanceof Map && b instanceof Map) return sameItems([...a], [...b])
  return Object.getPrototypeOf(a) === Object.prototype && sameProperties(a, b)
}

interface Items {
  readonly length: number
  readonly [index: number]: unknown
}

function sameItems(a: Items, b: Items): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!isSame(a[index], b[index])) return false
  return true
}

function sameProperties(a: object, b: object): boolean {
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => Object.hasOwn(b, name) && isSame(Reflect.get(a, name), Reflect.get(b, name)))
}
