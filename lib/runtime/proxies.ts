/**
 * Remembers every Proxy that programs make, because looking at one from outside calls its traps and there is no
 * other way to tell it from a plain object. Returns the test. To be called once, before built-ins are recorded.
 */
export function rememberProxies(): (value: object) => boolean {
  const Native = Proxy
  const known = new WeakSet<object>()
  const { apply, construct, get } = Reflect
  const { add, has } = WeakSet.prototype
  const { revocable } = Native
  const rememberRevocable = <T extends object>(target: T, handler: ProxyHandler<T>) => {
    const made = revocable(target, handler)
    apply(add, known, [made.proxy])
    return made
  }
  Object.defineProperty(Native, 'revocable', {
    value: rememberRevocable,
    configurable: true,
    writable: true,
    enumerable: false,
  })
  // Without a prototype: else what a program puts on Object.prototype would become a trap.
  const handler: ProxyHandler<ProxyConstructor> & { readonly __proto__: null } = {
    __proto__: null,
    construct(target, args) {
      const proxy: object = construct(target, args)
      apply(add, known, [proxy])
      return proxy
    },
    get: (target, key) => get(target, key),
  }
  const Remembering: ProxyConstructor = new Native(Native, handler)
  Object.defineProperty(globalThis, 'Proxy', {
    value: Remembering,
    configurable: true,
    writable: true,
    enumerable: false,
  })
  return (value) => apply(has, known, [value])
}
