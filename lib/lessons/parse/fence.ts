import type { Place } from '@/lib/lessons/diagnostic'
import { type Attribute, splitAttributes } from '@/lib/lessons/parse/attributes'
import { type Code, linesOf, placeOf } from '@/lib/lessons/parse/markdown'

/** One line within a fence. */
export interface FenceLine {
  readonly text: string
  readonly place: Place
}

/** A fenced code block as its parsers want it. */
export interface FenceSource {
  /** The first word of its info string; empty when there is none. */
  readonly name: string
  readonly place: Place
  readonly attributes: readonly Attribute[]
  readonly lines: readonly FenceLine[]
}

/** `lines` are those of the whole file. */
export function fenceOf(node: Code, lines: readonly string[]): FenceSource {
  const place = placeOf(node)
  const opening = lines[place.line - 1] ?? ''
  const before = /^(`{3,}|~{3,})\s*\S*\s*/.exec(opening.slice(place.column - 1))?.[0].length ?? 0
  const info = { line: place.line, column: place.column + before }
  const inside = node.value === '' ? [] : linesOf(node.value)
  return {
    name: node.lang ?? '',
    place,
    attributes: node.meta ? splitAttributes(opening.slice(info.column - 1).trimEnd(), info) : [],
    lines: inside.map((text, index) => {
      const line = place.line + 1 + index
      const column = Math.max(0, (lines[line - 1] ?? '').indexOf(text)) + 1
      return { text: text.trimEnd(), place: { line, column } }
    }),
  }
}
