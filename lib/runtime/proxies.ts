/**
 * Remembers every Proxy that programs make, because looking at one from outside calls its traps and there is no
 * other way to tell it from a plain object. Returns the test. To be called once, before built-ins are recorded.
 */
export function rememberProxies(): (value: object) => boolean {
  const Native = Proxy
  const known = new WeakSet<object>()
  const { construct } = Reflect
  const { revocable } = Native
  const remember = <T extends object>(proxy: T): T => {
    known.add(proxy)
    return proxy
  }
  const Remembering = new Native(Native, {
    construct: (target, args, newTarget) => remember(construct(target, args, newTarget === Remembering ? target : newTarget)),
    get: (target, key) => (key === 'revocable' ? rememberRevocable : Reflect.get(target, key)),
  })
  function rememberRevocable<T extends object>(target: T, handler: ProxyHandler<T>) {
    const made = revocable(target, handler)
    remember(made.proxy)
    return made
  }
  Object.defineProperty(globalThis, 'Proxy', { value: Remembering, configurable: true, writable: true, enumerable: false })
  return (value) => known.has(value)
}
