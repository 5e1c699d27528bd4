/** Where a text stops being JSON. Lines and columns count from 1. */
export interface JsonMistake {
  readonly message: string
  readonly line: number
  readonly column: number
}

/** One token of JSON (RFC 8259), with the white space before it. */
const TOKEN =
  /[ \t\n\r]*(?:([[\]{}:,])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y

type Expected = 'a value' | 'a value or ]' | 'a name in double quotes' | 'a name in double quotes or }' | ':' | End
type End = ', or ]' | ', or }' | 'the end'

/**
 * Finds the place at which a text stops being JSON; `null` when it is JSON. Every JavaScript engine says it in words of
 * its own, some without the place.
 */
export function jsonMistake(text: string): JsonMistake | null {
  const open: ('[' | '{')[] = []
  const end = (): End => (({ '[': ', or ]', '{': ', or }', none: 'the end' }) as const)[open.at(-1) ?? 'none']
  let expected: Expected = 'a value'
  let offset = 0
  for (;;) {
    TOKEN.lastIndex = offset
    const [token, sign, string, scalar] = TOKEN.exec(text) ?? []
    if (token === undefined) {
      const rest = text.slice(offset)
      const at = offset + rest.length - rest.replace(/^[ \t\n\r]+/, '').length
      return at === text.length && expected === 'the end' ? null : mistakeAt(text, at, expected)
    }
    const next = follow(expected, sign ?? (string === undefined ? scalar : '"'), open, end)
    if (next === null) return mistakeAt(text, offset + token.length - token.trimStart().length, expected)
    expected = next
    offset += token.length
  }
}

/** What is expected after a token; `null` when the token itself was not. */
function follow(expected: Expected, token: string | undefined, open: ('[' | '{')[], end: () => End): Expected | null {
  switch (token) {
    case '[':
    case '{':
      if (!expected.startsWith('a value')) return null
      open.push(token)
      return token === '[' ? 'a value or ]' : 'a name in double quotes or }'
    case ']':
    case '}':
      if (!expected.endsWith(token)) return null
      open.pop()
      return end()
    case ',':
      if (!expected.startsWith(',')) return null
      return expected === ', or ]' ? 'a value' : 'a name in double quotes'
    case ':':
      return expected === ':' ? 'a value' : null
    case '"':
      return expected.startsWith('a name') ? ':' : expected.startsWith('a value') ? end() : null
    default:
      return expected.startsWith('a value') ? end() : null
  }
}

function mistakeAt(text: string, offset: number, expected: Expected): JsonMistake {
  const before = text.slice(0, offset).split('\n')
  const found = offset >= text.length ? 'the end' : JSON.stringify(String.fromCodePoint(text.codePointAt(offset) ?? 0))
  const column = (before.at(-1)?.length ?? 0) + 1
  return { message: `expected ${expected}, found ${found}`, line: before.length, column }
}
