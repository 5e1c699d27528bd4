import { CONTAINER_DIRECTIVES, LEAF_DIRECTIVES } from '@/lib/lessons/parse/vocabulary'

const HOW = 'write ::name{key=value}, and quote values that hold = < > or spaces'

const NAMES = Object.keys({ ...LEAF_DIRECTIVES, ...CONTAINER_DIRECTIVES })

/**
 * What to say of a line that the Markdown parser took for text and its author most likely did not; `null` for text.
 * Chinese keyboards write wide colons, `：`, which are none to the grammar.
 */
export function almostDirective(line: string): { readonly column: number; readonly message: string } | null {
  const match = /^[\s>]*([:：]+)\s*(\S?)/.exec(line)
  const colons = match?.[1] ?? ''
  const column = line.search(/[:：]/) + 1
  if (colons.length > 1) {
    if (colons.includes('：'))
      return { column, message: `wide colons open and close nothing: write ${colons.replaceAll('：', ':')}` }
    if (match?.[2] === '') return { column, message: 'nothing is open here that could be closed' }
    return { column, message: `this looks like a directive, but is none: ${HOW}` }
  }
  const name = /^[\s>]*[:：]([a-z-]+)[[{｛]/.exec(line)?.[1]
  if (name === undefined || !NAMES.includes(name)) return null
  const wanted = Object.hasOwn(LEAF_DIRECTIVES, name) ? `::${name}` : `:::${name}`
  return { column, message: `this looks like a directive, but has one colon: write ${wanted}` }
}

/** The same of text that is a listing because it stands far to the right. */
export function indentedDirective(text: string): string | null {
  return /^:{2,}[a-z-]+/m.test(text)
    ? 'what is four blanks to the right is a listing: a directive begins its line'
    : null
}
