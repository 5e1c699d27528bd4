import { decodeUtf8 } from '@/lib/runtime/redis/byte-string'
import { formatDouble } from '@/lib/runtime/redis/numbers'
import type { Reply } from '@/lib/runtime/redis/reply'

/**
 * A reply as redis-cli prints it to a person (over RESP2). One thing is kinder: text that is UTF-8 stays readable, where
 * redis-cli prints `\xe6\xac\xa2`.
 */
export function cliText(reply: Reply, indent = ''): string {
  switch (reply.type) {
    case 'status':
      return decodeUtf8(reply.text)
    case 'error':
      return `(error) ${decodeUtf8(reply.message)}`
    case 'integer':
      return `(integer) ${reply.value}`
    case 'bulk':
      return quoted(reply.text)
    case 'double':
      return quoted(formatDouble(reply.value))
    case 'nil':
    case 'nil-array':
      return '(nil)'
    case 'array':
    case 'set':
    case 'push':
      return numbered(reply.items, indent)
    case 'map':
      return numbered(reply.pairs.flat(), indent)
    case 'several':
      return reply.replies.map((one) => cliText(one, indent)).join('\n')
    default:
      return reply satisfies never
  }
}

/** Elements by number, the numbers of one list below each other. */
function numbered(items: readonly Reply[], indent: string): string {
  if (items.length === 0) return '(empty array)'
  const width = String(items.length).length
  const deeper = `${indent}${' '.repeat(width + 2)}`
  return items
    .map((item, index) => {
      const number = `${String(index + 1).padStart(width)}) `
      return `${index === 0 ? '' : indent}${number}${cliText(item, deeper)}`
    })
    .join('\n')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\x07': '\\a',
  '\b': '\\b',
}

function quoted(text: string): string {
  const readable = decodeUtf8(text)
  // Where it is not UTF-8, bytes beyond ASCII are shown as numbers.
  const isText = !readable.includes('\ufffd')
  const shown = [...(isText ? readable : text)].map((character) => {
    const printable = isText ? !/\p{Cc}/u.test(character) : /[ -~]/.test(character)
    return ESCAPES[character] ?? (printable ? character : hex(character))
  })
  return `"${shown.join('')}"`
}

function hex(character: string): string {
  return `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`
}
