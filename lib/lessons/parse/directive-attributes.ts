import type { Attribute } from '@/lib/lessons/parse/attributes'
import { splitAttributes } from '@/lib/lessons/parse/attributes'
import { type Directive, placeOf } from '@/lib/lessons/parse/markdown'

/** The attributes of a directive with their places; the parser gives values only, and of repeated names only the last. */
export function attributesOf(node: Directive, lines: readonly string[]): readonly Attribute[] {
  const start = placeOf(node)
  const line = lines[start.line - 1] ?? ''
  const brace = openingBrace(line, start.column - 1)
  if (brace === null) return []
  const inside = line.slice(brace + 1, line.lastIndexOf('}'))
  return splitAttributes(inside, { line: start.line, column: brace + 2 }).map((attribute) => {
    const parsed = node.attributes?.[attribute.name]
    return typeof parsed === 'string' ? { ...attribute, value: parsed } : attribute
  })
}

/** Index of the brace after `::name[label]`; `null` when there is none. */
function openingBrace(line: string, from: number): number | null {
  let index = from + (/^:+[^\s[{]*/.exec(line.slice(from))?.[0].length ?? 0)
  if (line[index] === '[') {
    let depth = 0
    do {
      const character = line[index]
      if (character === '\\') index++
      else if (character === '[') depth++
      else if (character === ']') depth--
      index++
    } while (depth > 0 && index < line.length)
  }
  return line[index] === '{' ? index : null
}
