import { type IsProxy, isObject } from '@/lib/engine/sessions/container'
import { getOwnPropertyDescriptor, hasOwn } from '@/lib/engine/sessions/intrinsics'

/** An own property's value; `undefined` where there is none, or where a getter or a proxy would have to be asked. */
export function ownValue(object: unknown, key: string, isProxy: IsProxy): unknown {
  if (!isObject(object) || isProxy(object)) return undefined
  const property = getOwnPropertyDescriptor(object, key)
  return property !== undefined && hasOwn(property, 'value') ? property.value : undefined
}
