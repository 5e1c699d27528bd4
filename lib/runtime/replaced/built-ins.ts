/** Every function that JavaScript's and Node's main built-ins bring, as a program names it: `Array.prototype.map`. */
export function builtInFunctions(): readonly string[] {
  const names: string[] = []
  for (const [name, object] of Object.entries(OWNERS)) {
    for (const key of Reflect.ownKeys(object)) {
      const property = Object.getOwnPropertyDescriptor(object, key)
      if (typeof property?.value !== 'function' || property.writable === false) continue
      // Node's own symbols have no name that a program could write.
      if (typeof key === 'symbol' && !key.description?.startsWith('Symbol.')) continue
      names.push(typeof key === 'symbol' ? `${name}[${key.description}]` : `${name}.${key}`)
    }
  }
  return names
}

const TypedArray: unknown = Object.getPrototypeOf(Uint8Array)

/** Objects whose functions programs can replace, by the expression that leads there. */
const OWNERS: Readonly<Record<string, object>> = {
  ...both({ Array, Object, Function, String, Number, Boolean, Symbol, BigInt, RegExp, Date, Error, TypeError }),
  ...both({ Map, Set, WeakMap, WeakSet, Promise, ArrayBuffer, DataView, Uint8Array }),
  ...both({ URL, URLSearchParams, TextEncoder, TextDecoder, AbortController, AbortSignal, Event, EventTarget }),
  JSON,
  Math,
  Reflect,
  ...(typeof TypedArray === 'function' ? rename(both({ TypedArray }), 'Object.getPrototypeOf(Uint8Array)') : {}),
  'Object.getPrototypeOf([].values())': Object.getPrototypeOf([].values()),
  'Object.getPrototypeOf(new Map().values())': Object.getPrototypeOf(new Map().values()),
  'Object.getPrototypeOf(new Set().values())': Object.getPrototypeOf(new Set().values()),
  "Object.getPrototypeOf(''[Symbol.iterator]())": Object.getPrototypeOf(''[Symbol.iterator]()),
  'Object.getPrototypeOf(Object.getPrototypeOf([].values()))': Object.getPrototypeOf(
    Object.getPrototypeOf([].values()),
  ),
  'Object.getPrototypeOf(function* () {}).prototype': Object.getPrototypeOf(function* () {}).prototype,
}

function both(constructors: Readonly<Record<string, { readonly prototype: object }>>): Record<string, object> {
  const owners: Record<string, object> = {}
  for (const [name, made] of Object.entries(constructors)) {
    owners[name] = made
    owners[`${name}.prototype`] = made.prototype
  }
  return owners
}

function rename(owners: Readonly<Record<string, object>>, expression: string): Record<string, object> {
  return Object.fromEntries(
    Object.entries(owners).map(([name, owner]) => [name.replace('TypedArray', expression), owner]),
  )
}
