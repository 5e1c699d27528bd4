import { type Captures, matchPattern } from '@/lib/lessons/check/match-pattern'
import type { Pattern } from '@/lib/lessons/model'

/**
 * Matches a Set-Cookie line in the terms of its grammar (RFC 6265bis section 4.1.1): the pair from end to end, and each
 * attribute that the pattern names among those sent, in any order and case. Attributes not named don't matter.
 */
export function matchCookieLine(pattern: Pattern, line: string, known: Captures): Captures | null {
  const [wantedPair = [], ...wanted] = splitPattern(pattern)
  const [pair = '', ...attributes] = line.split(';').map((piece) => piece.trim())
  const hasPair = wantedPair.length > 0
  let captures: Captures | null = hasPair ? matchPattern(wantedPair, pair, known, 'whole') : known
  for (const attribute of wanted) {
    const before: Captures | null = captures
    if (before === null) return null
    captures = null
    for (const sent of attributes) captures ??= matchAttribute(attribute, sent, before)
  }
  return captures
}

function matchAttribute(pattern: Pattern, sent: string, known: Captures): Captures | null {
  const lower = pattern.map((part) => (part.type === 'text' ? { ...part, text: part.text.toLowerCase() } : part))
  return matchPattern(lower, sent.toLowerCase(), known, 'whole')
}

/** A pattern cut at its semicolons, without the blanks around them. */
function splitPattern(pattern: Pattern): readonly Pattern[] {
  const pieces: Pattern[number][][] = [[]]
  for (const part of pattern) {
    if (part.type === 'capture') pieces.at(-1)?.push(part)
    else {
      for (const [index, text] of part.text.split(';').entries()) {
        if (index > 0) pieces.push([])
        if (text !== '') pieces.at(-1)?.push({ type: 'text', text })
      }
    }
  }
  return pieces.map(trimmed).filter((piece, index) => index === 0 || piece.length > 0)
}

function trimmed(piece: Pattern): Pattern {
  return piece
    .map((part, index) => {
      if (part.type === 'capture') return part
      const text = index === 0 ? part.text.trimStart() : part.text
      return { ...part, text: index === piece.length - 1 ? text.trimEnd() : text }
    })
    .filter((part) => part.type === 'capture' || part.text !== '')
}
