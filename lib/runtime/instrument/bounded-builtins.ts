import { answeredBy, type Callable, replaceMethod } from '@/lib/runtime/isolation/answered-by'

/** Told of bytes just before they are taken. What it throws comes out of the built-in that was called. */
export type TakeBytes = (bytes: number) => void

/**
 * How many bytes a call asks for: of what it is called on, its first argument, and all of them. Costs use no built-in
 * that a program may have put something else in place of: no iteration, no methods.
 */
type Cost = (self: unknown, first: unknown, args: readonly unknown[]) => number

/** A reference in an array. */
const SLOT = 8
/** An element while it is cloned: the written form in between is larger than what comes out, and slow to make. */
const CLONED_SLOT = 64
/** `split` is counted by its result, unless the text alone could make too large a one: then before it is made. */
const LONG_TEXT = 1_000_000

const { apply, getOwnPropertyDescriptor } = Reflect
const { isArray } = Array
const { max, min } = Math

/**
 * Makes built-ins that can give something large in one call ask first, so that a memory bomb is met by counting, at
 * the same place every time. Left alone, a few of them are enough to end the whole process: V8 treats an array or a
 * table that it can't make room for as fatal, and in a browser the tab may go with the worker.
 *
 * Calls in loops count like single large ones, so there is no size below which a piece is free: at five million steps
 * in one action even 16 kB each would be 80 GB. What is asked for in literals and by `push` is left to the step budget.
 *
 * To be called once, before built-ins are recorded. The functions look as before (name, length, `[native code]`).
 * `take` is not called again while it runs: it may itself use what is bounded here.
 */
export function boundBuiltins(global: typeof globalThis, take: TakeBytes): void {
  const ask = once(take)
  bound(global, ask, { structuredClone: (_self, source) => CLONED_SLOT * lengthOf(source) })
  bound(global.Array, ask, { from: (_self, source) => SLOT * lengthOf(source) })
  bound(global.Array.prototype, ask, {
    concat: (self, _first, args) => {
      let length = lengthOf(self)
      for (let i = 0; i < args.length; i++) length += lengthOf(args[i])
      return SLOT * length
    },
    fill: (self) => SLOT * lengthOf(self),
    join: (self) => lengthOf(self),
  })
  bound(global.String.prototype, ask, {
    repeat: (self, count) => textLength(self) * natural(count),
    padStart: (_self, length) => natural(length),
    padEnd: (_self, length) => natural(length),
  })
  replaceMethod(global.String.prototype, 'split', (native) => splitAsking(native, ask))
}

/** The same for the Buffer of npm, whose other functions go through these. */
export function boundBuffer(Buffer: object, take: TakeBytes): void {
  const size: Cost = (_self, bytes) => natural(bytes)
  bound(Buffer, once(take), {
    alloc: size,
    allocUnsafe: size,
    allocUnsafeSlow: size,
    // Of a text, the bytes are collected in an array first.
    from: (_self, source) => (1 + SLOT) * textLength(source),
  })
}

function bound(owner: object, ask: TakeBytes, costs: Readonly<Record<string, Cost>>): void {
  for (const [name, cost] of Object.entries(costs)) replaceMethod(owner, name, (native) => asking(native, cost, ask))
}

/** A function that does nothing while it is at work already. */
function once(take: TakeBytes): TakeBytes {
  let asking = false
  return (bytes) => {
    if (asking || !(bytes > 0)) return
    asking = true
    try {
      take(bytes)
    } finally {
      asking = false
    }
  }
}

function asking(native: Callable, cost: Cost, ask: TakeBytes): Callable {
  return answeredBy(native, (self, args) => {
    ask(cost(self, args[0], args))
    return apply(native, self, args)
  })
}

function splitAsking(native: Callable, ask: TakeBytes): Callable {
  return answeredBy(native, (self, args) => {
    const separator = args[0]
    const limit = args[1]
    const long = textLength(self) > LONG_TEXT && separator !== undefined
    if (long)
      ask(SLOT * min(textLength(self) / max(1, textLength(separator)), limit === undefined ? Infinity : natural(limit)))
    const parts = apply(native, self, args)
    if (!long) ask(SLOT * lengthOf(parts))
    return parts
  })
}

function textLength(value: unknown): number {
  return typeof value === 'string' ? value.length : 0
}

/** How many elements a value stands for, without running a getter: 1 for what is no list. */
function lengthOf(value: unknown): number {
  if (isArray(value)) return value.length
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 1
  if (value instanceof Uint8Array) return value.length
  const length: unknown = getOwnPropertyDescriptor(value, 'length')?.value
  return natural(length)
}

/** A count as built-ins read it, without running code of the program's. */
function natural(value: unknown): number {
  const count = typeof value === 'string' ? Number(value) : value
  return typeof count === 'number' && count > 0 ? count : 0
}
