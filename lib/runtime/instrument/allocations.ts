import type { CallExpression, NewExpression } from 'acorn'

/** Bytes an element, of what `X(n)` or `new X(n)` makes room for at once. */
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

/** The same for methods: of `x.repeat(n)` the result is at least as long as `n`. */
const METHODS: Readonly<Record<string, number>> = {
  alloc: 1,
  allocUnsafe: 1,
  allocUnsafeSlow: 1,
  repeat: 1,
  padStart: 1,
  padEnd: 1,
}

/** How many bytes each unit of a call's first argument asks for; `null` when the call is none of those. */
export function allocationSize({ callee, arguments: args }: CallExpression | NewExpression): number | null {
  const [first] = args
  if (first === undefined || first.type === 'SpreadElement') return null
  if (callee.type === 'Identifier') return args.length === 1 ? (SIZES[callee.name] ?? null) : null
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return null
  return Object.hasOwn(METHODS, callee.property.name) ? (METHODS[callee.property.name] ?? null) : null
}
