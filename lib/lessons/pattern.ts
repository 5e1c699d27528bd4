import type { Pattern } from '@/lib/lessons/model'

const CAPTURE = /\{(!?)([A-Za-z][\w-]*)\}/g

/** Reads `connect.sid={sid}; Path=/`. Braces around anything but a name are text. */
export function parsePattern(source: string): Pattern {
  const parts: Pattern[number][] = []
  let end = 0
  for (const match of source.matchAll(CAPTURE)) {
    if (match.index > end) parts.push({ type: 'text', text: source.slice(end, match.index) })
    parts.push({ type: 'capture', name: match[2] ?? '', other: match[1] === '!' })
    end = match.index + match[0].length
  }
  if (end < source.length) parts.push({ type: 'text', text: source.slice(end) })
  return parts
}

/** A pattern as its author wrote it; names that `known` has are replaced by their values. */
export function patternText(pattern: Pattern, known: ReadonlyMap<string, string> = new Map()): string {
  return pattern
    .map((part) => {
      if (part.type === 'text') return part.text
      return part.other ? `{!${part.name}}` : (known.get(part.name) ?? `{${part.name}}`)
    })
    .join('')
}

/** Fills in what was captured: `connect.sid={sid}`. Unknown names stay as they are. */
export function fillIn(text: string, known: ReadonlyMap<string, string>): string {
  return patternText(parsePattern(text), known)
}
