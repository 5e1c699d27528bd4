import type { CallExpression, NewExpression } from 'acorn'

/**
 * Bytes an element, of what `X(n)` or `new X(n)` makes room for at once. Functions are bounded by `bounded-builtins.ts`;
 * constructors can't be, or `[].constructor` would no longer be `Array`.
 */
const SIZES: Readonly<Record<string, number>> = {
  Array: 8,
  ArrayBuffer: 1,
  Int8Array: 1,
  Uint8Array: 1,
  Uint8ClampedArray: 1,
  Int16Array: 2,
  Uint16Array: 2,
  Int32Array: 4,
  Uint32Array: 4,
  Float32Array: 4,
  Float64Array: 8,
  BigInt64Array: 8,
  BigUint64Array: 8,
}

/** How many bytes each unit of a call's first argument asks for; `null` when the call is none of those. */
export function allocationSize({ callee, arguments: args }: CallExpression | NewExpression): number | null {
  const [first] = args
  if (first === undefined || first.type === 'SpreadElement') return null
  if (callee.type !== 'Identifier' || args.length !== 1 || !Object.hasOwn(SIZES, callee.name)) return null
  return SIZES[callee.name] ?? null
}
