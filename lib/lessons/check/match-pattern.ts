import type { Pattern } from '@/lib/lessons/model'

/** What names in braces stand for so far. */
export type Captures = ReadonlyMap<string, string>

/** `whole`: the text from end to end. `within`: a piece of it. `word`: a piece that is not part of a longer word or number. */
export type MatchMode = 'whole' | 'within' | 'word'

/** What a capture may stand for: one or more characters, none of which ends a value in a header or in HTML. */
const VALUE = '[^\\s;<]'
const WORD = '[\\p{L}\\p{N}_.-]'

/** The texts that a known value may have. */
export type Forms = (value: string) => readonly string[]

const asItIs: Forms = (value) => [value]

/**
 * Matches text and gives the captures, with those that came new; `null` when it doesn't match.
 * A capture takes as little as it can; a known one stands for its value, `{!name}` for any other value.
 * @param forms what a known value may look like here; itself, if nothing else is said
 */
export function matchPattern(
  pattern: Pattern,
  text: string,
  known: Captures,
  mode: MatchMode,
  forms: Forms = asItIs,
): Captures | null {
  const groups: Pattern[number][] = []
  const sources = pattern.map((part, index) => {
    if (part.type === 'text') return escaped(part.text)
    const value = part.other ? undefined : known.get(part.name)
    if (value !== undefined) return `(?:${forms(value).map(escaped).join('|')})`
    const earlier = groups.findIndex((group) => group.type === 'capture' && group.name === part.name && !group.other)
    if (earlier !== -1 && !part.other) return `\\${earlier + 1}`
    groups.push(part)
    return index === pattern.length - 1 ? `(${VALUE}+)` : `(${VALUE}+?)`
  })
  const match = new RegExp(around(sources.join(''), mode), 'u').exec(text)
  return match ? captured(groups, match, known, forms) : null
}

function captured(groups: Pattern, match: RegExpExecArray, known: Captures, forms: Forms): Captures | null {
  const found = new Map(known)
  for (const [index, group] of groups.entries()) {
    const value = match[index + 1]
    if (group.type === 'text' || value === undefined) continue
    if (!group.other) found.set(group.name, value)
    else if (forms(known.get(group.name) ?? '').includes(value)) return null
  }
  return found
}

function around(source: string, mode: MatchMode): string {
  switch (mode) {
    case 'whole':
      return `^(?:${source})$`
    case 'within':
      return source
    case 'word':
      return `(?:(?<!${WORD})|(?!${WORD}))(?:${source})(?:(?!${WORD})|(?<!${WORD}))`
    default:
      return mode satisfies never
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => (character === '-' ? '\\x2d' : `\\${character}`))
}
