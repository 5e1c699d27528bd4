/**
 * What Node's `format` makes of arguments that are texts and whole numbers, which is nearly all that programs print;
 * `null` for anything that takes more than writing it down. Uses no built-in that a program may have replaced.
 */
export function plainText(args: readonly unknown[]): string | null {
  let text = ''
  for (let i = 0; i < args.length; i++) {
    const value = args[i]
    const isPlain = typeof value === 'string' || (typeof value === 'number' && value > 0)
    if (!isPlain || (i === 0 && args.length > 1 && mayHoldFormat(value))) return null
    text += i === 0 ? value : ` ${value}`
  }
  return text
}

/** Whether a first argument may say how the others are to be printed. */
function mayHoldFormat(value: string | number): boolean {
  if (typeof value === 'number') return false
  for (let i = 0; i < value.length; i++) if (value[i] === '%') return true
  return false
}
