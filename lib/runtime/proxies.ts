/**
 * Remembers every Proxy that programs make, because looking at one from outside calls its traps and there is no
 * other way to tell it from a plain object. Returns the test. To be called once, before built-ins are recorded.
 */
export function rememberProxies(): (value: object) => boolean {
  const Native = Proxy
  const known = new WeakSet<object>()
  const { construct } = Reflect
  const { revocable } = Native
  const rememberRevocable = <T extends object>(target: T, handler: ProxyHandler<T>) => {
    const made = revocable(target, handler)
    known.add(made.proxy)
    return made
  }
  const Remembering: ProxyConstructor = new Native(Native, {
    construct(target, args) {
      const proxy: object = construct(target, args)
      known.add(proxy)
      return proxy
    },
    get: (target, key) => (key === 'revocable' ? rememberRevocable : Reflect.get(target, key)),
  })
  Object.defineProperty(globalThis, 'Proxy', { value: Remembering, configurable: true, writable: true, enumerable: false })
  return (value) => known.has(value)
}
