import { fail, NOT_A_FLOAT, NOT_AN_INTEGER } from '@/lib/runtime/redis/errors'

const LEAST = -(2n ** 63n)
const MOST = 2n ** 63n - 1n

export function isInt64(value: bigint): boolean {
  return value >= LEAST && value <= MOST
}

/** A 64-bit integer as Redis reads one: no spaces, no plus, no leading zeros. `null` when it is none. */
export function parseInt64(text: string): bigint | null {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return null
  const value = BigInt(text)
  return isInt64(value) ? value : null
}

export function int64(text: string, complaint = NOT_AN_INTEGER): bigint {
  return parseInt64(text) ?? fail(complaint)
}

/** An integer for counts, indices and moments; beyond 2^53 it is rounded, which nobody notices there. */
export function int(text: string, complaint = NOT_AN_INTEGER): number {
  return Number(int64(text, complaint))
}

/** A floating-point number as `strtod` reads one, infinity included. */
export function parseFloating(text: string): number | null {
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null
  return Number(text)
}

export function floating(text: string, complaint = NOT_A_FLOAT): number {
  return parseFloating(text) ?? fail(complaint)
}

/** A score as Redis writes one: the shortest text that means it. */
export function formatDouble(value: number): string {
  if (value === Infinity) return 'inf'
  if (value === -Infinity) return '-inf'
  if (Object.is(value, -0)) return '-0'
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2')
}

/** The sum of two decimals as INCRBYFLOAT writes it: never with an exponent, and 0.1 + 0.2 is 0.3 (Redis counts in long doubles). */
export function addDecimals(a: number, b: number): string | null {
  const sum = a + b
  if (!Number.isFinite(sum)) return null
  const rounded = Number(sum.toPrecision(15))
  const text = rounded.toFixed(17).replace(/\.?0+$/, '')
  return /e/.test(text) ? BigInt(rounded).toString() : Number(text) === rounded ? shortest(rounded) : text
}

function shortest(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(17).replace(/\.?0+$/, '') : text
}
