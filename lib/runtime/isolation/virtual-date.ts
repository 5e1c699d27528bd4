import { answeredBy, type Callable, replaceMethod, type Traps } from '@/lib/runtime/isolation/answered-by'

const NativeProxy = Proxy
const { apply, construct, defineProperty } = Reflect
const { get, set } = WeakMap.prototype

/**
 * Makes the built-in `Date` tell the time of `now` (whole milliseconds since 1970). It stays the built-in in all else:
 * the same prototype, name, length and source text; only what asks for the present moment is answered by `now`.
 * Parsing and local time still follow the machine's time zone.
 */
export function installDate(global: typeof globalThis, now: () => number): void {
  const Native = global.Date
  const { prototype } = Native
  const print = prototype.toString
  replaceMethod(Native, 'now', (native) => answeredBy(native, () => now()))
  const traps: Traps<DateConstructor> = {
    __proto__: null,
    // Date() without `new` ignores its arguments (ECMAScript, "Date ( ...values )").
    apply: () => apply(print, new Native(now()), []),
    construct: (_native, args, newTarget) => construct(Native, args.length === 0 ? [now()] : args, newTarget),
  }
  const Virtual = new NativeProxy(Native, traps)
  defineProperty(prototype, 'constructor', { value: Virtual })
  defineProperty(global, 'Date', { value: Virtual })
  installFormats(global.Intl.DateTimeFormat.prototype, now)
}

/** Makes `Math.random` give what `random` gives: numbers from 0 inclusive to 1 exclusive. */
export function installRandom(global: typeof globalThis, random: () => number): void {
  replaceMethod(global.Math, 'random', (native) => answeredBy(native, () => random()))
}

/** A date format takes the present moment when it is given none (ECMA-402, "DateTime Format Functions"). */
function installFormats(prototype: Intl.DateTimeFormat, now: () => number): void {
  const dated = (native: Callable): Callable =>
    answeredBy(native, (self, args) => apply(native, self, args.length === 0 || args[0] === undefined ? [now()] : args))
  replaceMethod(prototype, 'formatToParts', dated)
  // `format` is a getter; it gives a bound function, for one format always the same.
  const known = new WeakMap<object, Callable>()
  replaceMethod(prototype, 'format', (native) =>
    answeredBy(native, (self, args) => {
      const bound: Callable = apply(native, self, args)
      const before: Callable | undefined = apply(get, known, [bound])
      if (before) return before
      const made = dated(bound)
      apply(set, known, [bound, made])
      return made
    }),
  )
}
