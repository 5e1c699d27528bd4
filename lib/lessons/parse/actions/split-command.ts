/**
 * A line as redis-cli takes it apart: words between blanks; in quotation marks, double or single, blanks belong to the
 * word, and a backslash lets the next character stand for itself. `null` when a quotation mark is not closed.
 * Source: `sdssplitargs` of Redis, without its numeric escapes.
 */
export function splitCommand(line: string): readonly string[] | null {
  const words: string[] = []
  let word: string | null = null
  let quote: string | null = null
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? ''
    if (quote !== null) {
      if (character === quote) quote = null
      else if (character === '\\' && index + 1 < line.length) word = (word ?? '') + (line[++index] ?? '')
      else word = (word ?? '') + character
    } else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word)
      word = null
    } else {
      word = (word ?? '') + character
    }
  }
  if (quote !== null) return null
  return word === null ? words : [...words, word]
}
