import { builtInText, functionText } from '@/lib/engine/sessions/built-in'
import {
  getPrototypeOf,
  isArray,
  isMap,
  isView,
  objectPrototype,
  typedArrayText,
} from '@/lib/engine/sessions/intrinsics'

/** Whether an object is a Proxy: looking into one would run its traps, which are student code. */
export type IsProxy = (object: object) => boolean

/** An object that holds entries, as what it is to be read. */
export type Container =
  | { readonly type: 'object'; readonly object: object }
  | { readonly type: 'array'; readonly object: readonly unknown[] }
  | { readonly type: 'map'; readonly object: ReadonlyMap<unknown, unknown> }

/** Whether a value is an object or a function. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' ? value !== null : typeof value === 'function'
}

/** The object as a container, or what to call it when it is not to be looked into. Runs no student code. */
export function containerOf(object: object, isProxy: IsProxy): Container | string {
  if (isProxy(object)) return '[Proxy]'
  if (typeof object === 'function') return functionText(object)
  if (isArray(object)) return { type: 'array', object }
  const prototype = getPrototypeOf(object)
  if (prototype === objectPrototype || prototype === null) return { type: 'object', object }
  if (isView(object)) return typedArrayText(object) ?? '[DataView]'
  const text = builtInText(object, isProxy)
  if (text === 'map' && isMap(object)) return { type: 'map', object }
  return text ?? { type: 'object', object }
}
