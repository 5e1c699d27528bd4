/**
 * Reads the value of Max-Age: digits, perhaps with a minus sign. `+5`, `1.5` and `1e3` are not.
 *
 * @returns seconds, `Infinity` for more digits than a number holds, or `null` when it cannot be read
 * @see RFC 6265bis section 5.6.2
 */
export function parseMaxAge(value: string): number | null {
  return /^-?\d+$/.test(value) ? Number(value) : null
}
