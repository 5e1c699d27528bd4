/** Any function. */
export type Callable = (...args: never[]) => unknown

/** Traps without a prototype: what a program adds to `Object.prototype` does not become a trap. */
export type Traps<T extends object> = ProxyHandler<T> & { readonly __proto__: null }

// A program's Proxy is not used: this one is taken before any program runs.
const NativeProxy = Proxy
const { defineProperty, getOwnPropertyDescriptor } = Reflect

/** A function that looks exactly like the given built-in (name, length, `[native code]`) and is answered by `answer`. */
export function answeredBy<F extends Callable>(native: F, answer: (self: unknown, args: unknown[]) => unknown): F {
  const traps: Traps<F> = { __proto__: null, apply: (_native, self, args) => answer(self, args) }
  return new NativeProxy(native, traps)
}

/** Replaces a method, or the getter of a property, in place and with the same attributes. Does nothing where there is none. */
export function replaceMethod(owner: object, name: string, make: (native: Callable) => Callable): void {
  const property = getOwnPropertyDescriptor(owner, name)
  if (isCallable(property?.value)) defineProperty(owner, name, { value: make(property.value) })
  else if (property?.get) defineProperty(owner, name, { get: make(property.get) })
}

export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function'
}
