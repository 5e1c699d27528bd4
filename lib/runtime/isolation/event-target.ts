import { answeredBy, isCallable } from '@/lib/runtime/isolation/answered-by'

const { apply } = Reflect
const IllegalInvocation = TypeError

/**
 * A browser's worker inherits from `EventTarget.prototype`: its methods are global names, and with them a program
 * could listen to the page or speak in its name. Nobody may change the prototype of a worker's global object, so all
 * other event targets get another prototype, whose methods refuse the global object, and the old one is left to be
 * emptied. `kept` names the globals that may be event targets. Does nothing where the global object is none (Node).
 */
export function detachEventTarget(global: object, kept: Iterable<PropertyKey>): void {
  const Native: unknown = Reflect.get(global, 'EventTarget')
  if (typeof Native !== 'function') return
  const old: unknown = Native.prototype
  if (typeof old !== 'object' || old === null || !inherits(global, old)) return

  const prototype = {}
  // An ordinary function: `class` can't be given a prototype that exists already, and neither can a Proxy.
  const EventTarget = function (this: unknown) {
    if (!new.target) throw new TypeError("Class constructor EventTarget cannot be invoked without 'new'")
    return Reflect.construct(Native, [], new.target)
  }
  Object.defineProperty(EventTarget, 'name', { value: 'EventTarget' })
  Object.defineProperty(EventTarget, 'prototype', { value: prototype, writable: false })
  for (const key of Reflect.ownKeys(old)) {
    const property = Reflect.getOwnPropertyDescriptor(old, key)
    if (property) Reflect.defineProperty(prototype, key, refusing(property, global))
  }
  Object.defineProperty(prototype, 'constructor', { value: EventTarget })
  for (const name of kept) {
    const Target: unknown = Reflect.getOwnPropertyDescriptor(global, name)?.value
    if (typeof Target !== 'function' || Reflect.getPrototypeOf(Target) !== Native) continue
    const inheriting: unknown = Target.prototype
    if (typeof inheriting !== 'object' || inheriting === null || inherits(global, inheriting)) continue
    Reflect.setPrototypeOf(Target, EventTarget)
    Reflect.setPrototypeOf(inheriting, prototype)
  }
  Object.defineProperty(global, 'EventTarget', { value: EventTarget })
}

/** Called on nothing, a built-in method would take the global object. */
function refusing(property: PropertyDescriptor, global: object): PropertyDescriptor {
  const native: unknown = property.value
  if (!isCallable(native)) return property // Symbol.toStringTag
  const value = answeredBy(native, (self, args) => {
    if (self === undefined || self === null || self === global) throw new IllegalInvocation('Illegal invocation')
    return apply(native, self, args)
  })
  return { ...property, value }
}

function inherits(object: object, prototype: object): boolean {
  for (let next = Reflect.getPrototypeOf(object); next !== null; next = Reflect.getPrototypeOf(next)) {
    if (next === prototype) return true
  }
  return false
}
