import {
  arrayBufferPrototype,
  datePrototype,
  dateText,
  errorPrototype,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  isMap,
  mapPrototype,
  objectPrototype,
  promisePrototype,
  regExpPrototype,
  setPrototype,
  sizeOfSet,
  weakMapPrototype,
  weakSetPrototype,
} from '@/lib/engine/sessions/intrinsics'

/** How far up a chain of prototypes a built-in class is looked for. */
const CLASSES = 32

/**
 * What to call an instance of a built-in class that holds no entries; `'map'` for a Map; `null` for any other object.
 * Found by its prototypes, as asking whether an object has a Date's inside means catching an error.
 */
export function builtInText(object: object, isProxy: (object: object) => boolean): string | null {
  let prototype: object | null = getPrototypeOf(object)
  for (let step = 0; prototype !== null && prototype !== objectPrototype && step < CLASSES; step++) {
    if (isProxy(prototype)) return null
    const text = textBy(prototype, object)
    if (text !== null) return text
    prototype = getPrototypeOf(prototype)
  }
  return null
}

function textBy(prototype: object, object: object): string | null {
  switch (prototype) {
    case mapPrototype:
      return isMap(object) ? 'map' : null
    case datePrototype:
      return dateText(object)
    case setPrototype: {
      const size = sizeOfSet(object)
      return size === null ? null : `Set(${size})`
    }
    case errorPrototype:
      return `[Error: ${ownText(object, 'message') ?? ''}]`
    case regExpPrototype:
      return '[RegExp]'
    case promisePrototype:
      return '[Promise]'
    case weakMapPrototype:
      return '[WeakMap]'
    case weakSetPrototype:
      return '[WeakSet]'
    case arrayBufferPrototype:
      return '[ArrayBuffer]'
    default:
      return null
  }
}

/** `[Function: visit]`. */
export function functionText(object: object): string {
  const name = ownText(object, 'name')
  return name === null || name === '' ? '[Function (anonymous)]' : `[Function: ${name}]`
}

/** An own property that holds a string; `null` when it is none, or a getter. */
function ownText(object: object, name: string): string | null {
  const property = getOwnPropertyDescriptor(object, name)
  if (property === undefined || !hasOwn(property, 'value')) return null
  const value: unknown = property.value
  return typeof value === 'string' ? value : null
}
