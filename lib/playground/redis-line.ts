/** Escapes that mean something in double quotes; any other character stands for itself. */
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' }

/** One word as redis-cli takes it: in double quotes, in single ones, or plain; what follows must be a space or the end. */
const WORD = /\s*(?:"((?:[^"\\]|\\.)*)"(?=\s|$)|'((?:[^'\\]|\\.)*)'(?=\s|$)|([^\s"']+)(?=\s|$))/y

/**
 * The words of a line typed into redis-cli (its `sdssplitargs`).
 *
 * @returns `null` when a quote is left open, or closed in the middle of a word
 */
export function redisWords(line: string): string[] | null {
  const text = line.trim()
  const words: string[] = []
  WORD.lastIndex = 0
  while (WORD.lastIndex < text.length) {
    const [found, double, single, plain] = WORD.exec(text) ?? []
    if (found === undefined) return null
    words.push(plain ?? single?.replaceAll("\\'", "'") ?? unescaped(double ?? ''))
  }
  return words
}

function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-fA-F]{2})|(.))/g, (_all, hex: string | undefined, character: string = '') =>
    hex === undefined ? (ESCAPED[character] ?? character) : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** A command as a person would type it: words with spaces, quotes or nothing in them are quoted, JSON in single quotes. */
export function redisLine(words: readonly string[]): string {
  return words.map(quotedWord).join(' ')
}

function quotedWord(word: string): string {
  if (/^[^\s"'\\]+$/.test(word)) return word
  if (word.includes('"') && !/['\\\n]/.test(word)) return `'${word}'`
  return `"${word.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
}
