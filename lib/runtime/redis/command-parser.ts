/** Longest command that is taken, in bytes; Redis's own bound on one argument is 512 MB. */
const LONGEST = 16 * 1024 * 1024
const MOST_WORDS = 1024 * 1024

export type Parsed =
  | { readonly kind: 'command'; readonly words: readonly string[] }
  /** The client does not speak the protocol: Redis says so and closes the connection. */
  | { readonly kind: 'mistake'; readonly message: string }

/**
 * Reads commands from the bytes of one connection, which may come in any pieces (Redis documentation, "RESP protocol
 * specification", "Sending commands to a Redis server"): arrays of bulk strings, or a line of words.
 */
export class CommandParser {
  #text = ''

  /** Takes a byte string in; gives the commands that are complete by now. */
  take(text: string): Parsed[] {
    this.#text += text
    const parsed: Parsed[] = []
    for (let next = this.#next(); next; next = this.#next()) {
      parsed.push(next)
      if (next.kind === 'mistake') break
    }
    if (this.#text.length > LONGEST) parsed.push(mistake('too big request'))
    return parsed
  }

  #next(): Parsed | null {
    const text = this.#text
    if (text === '') return null
    const found = text.startsWith('*') ? multibulk(text) : inline(text)
    if (found === null || 'kind' in found) return found
    this.#text = text.slice(found.length)
    // An empty command is no command.
    return found.words.length === 0 ? this.#next() : { kind: 'command', words: found.words }
  }
}

interface Complete {
  readonly words: readonly string[]
  readonly length: number
}

function multibulk(text: string): Complete | Parsed | null {
  let at = text.indexOf('\r\n')
  if (at === -1) return null
  const count = Number(/^-?\d+$/.exec(text.slice(1, at))?.[0] ?? Number.NaN)
  if (!(count <= MOST_WORDS)) return mistake('invalid multibulk length')
  at += 2
  const words: string[] = []
  while (words.length < count) {
    const end = text.indexOf('\r\n', at)
    if (end === -1) return null
    if (text[at] !== '$') return mistake(`expected '$', got '${text[at]}'`)
    const length = Number(/^\d+$/.exec(text.slice(at + 1, end))?.[0] ?? Number.NaN)
    if (!(length <= LONGEST)) return mistake('invalid bulk length')
    if (text.length < end + length + 4) return null
    words.push(text.slice(end + 2, end + 2 + length))
    at = end + length + 4
  }
  return { words, length: at }
}

/** A line as a person types it. Quoted words may hold spaces. */
function inline(text: string): Complete | Parsed | null {
  const end = text.indexOf('\n')
  if (end === -1) return null
  const line = text.slice(0, end).replace(/\r$/, '')
  const quotes = line.replace(/\\./g, '').match(/["']/g)
  if (quotes && quotes.length % 2 === 1) return mistake('unbalanced quotes in request')
  const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\S+)/g)].map(
    ([, double, single, plain]) => plain ?? (double ?? single ?? '').replace(/\\(.)/g, '$1'),
  )
  return { words, length: end + 1 }
}

function mistake(complaint: string): Parsed {
  return { kind: 'mistake', message: `ERR Protocol error: ${complaint}` }
}
