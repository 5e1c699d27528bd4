import { type Call, command } from '@/lib/runtime/redis/command'
import { fail, SYNTAX } from '@/lib/runtime/redis/errors'
import { matches } from '@/lib/runtime/redis/glob'
import { int } from '@/lib/runtime/redis/numbers'
import { array, bulk, bulks, type Reply } from '@/lib/runtime/redis/reply'

interface ScanOptions {
  readonly pattern: string | null
  readonly count: number
  readonly kind: string | null
}

/**
 * `SCAN cursor [MATCH pattern] [COUNT n] [TYPE kind]`. The cursor is the number of the last key that was looked at, and
 * new keys have higher ones: what is there all the while is met once.
 */
export const scan = command('scan', -2, ({ db, args: [cursorText = '', ...rest] }) => {
  const cursor = cursorOf(cursorText)
  const { pattern, count, kind } = optionsOf(rest, true)
  const found: string[] = []
  let looked = 0
  let last = 0
  for (const [key, { serial, value }] of db.entries()) {
    if (serial <= cursor) continue
    if (looked++ === count) return answer(String(last), bulks(found))
    last = serial
    const wanted = (kind === null || value.kind === kind) && (pattern === null || matches(pattern, key))
    if (wanted) found.push(key)
  }
  return answer('0', bulks(found))
})

/** HSCAN, SSCAN and ZSCAN: all at once, as Redis does with collections of a moderate size. */
export function scanOf(name: string, elements: (call: Call, key: string) => Iterable<readonly string[]>) {
  return command(name, -3, (call) => {
    const [key = '', cursor = '', ...rest] = call.args
    cursorOf(cursor)
    const all = [...elements(call, key)]
    const { pattern } = optionsOf(rest, false)
    return answer('0', bulks(all.filter(([first = '']) => pattern === null || matches(pattern, first)).flat()))
  })
}

function answer(cursor: string, found: Reply): Reply {
  return array([bulk(cursor), found])
}

/** A negative cursor is one past the end, as Redis reads it. */
function cursorOf(text: string): number {
  if (!/^-?\d{1,20}$/.test(text)) fail('ERR invalid cursor')
  return text.startsWith('-') ? Infinity : Number(text)
}

function optionsOf(options: readonly string[], ofKeys: boolean): ScanOptions {
  let pattern: string | null = null
  let count = 10
  let kind: string | null = null
  for (let index = 0; index < options.length; index += 2) {
    const value = options[index + 1] ?? fail(SYNTAX)
    const option = options[index]?.toUpperCase()
    if (option === 'COUNT') {
      count = int(value)
      if (count < 1) fail(SYNTAX)
    } else if (option === 'MATCH') pattern = value
    else if (option === 'TYPE' && ofKeys) kind = value.toLowerCase()
    else fail(SYNTAX)
  }
  return { pattern, count, kind }
}
