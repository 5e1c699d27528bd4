import type { Print } from '@/lib/runtime/inspect/lazy-print'
import { plainText } from '@/lib/runtime/inspect/plain-text'

/** What a console is made of. */
export interface ConsoleParts {
  /** Writes text to one of a process's streams. */
  readonly write: (stream: 'stdout' | 'stderr', text: string) => void
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number
  readonly print: Print
}

/** Node's console over two streams: what a program prints, formatted as Node formats it (Node documentation, `console`). */
export function createConsole({
  write,
  now,
  print: { inspect, format },
}: ConsoleParts): Record<string, (...args: unknown[]) => void> {
  const counts = new Map<string, number>()
  const timers = new Map<string, number>()
  let indent = ''
  const print = (stream: 'stdout' | 'stderr', args: unknown[]) => {
    const text = plainText(args) ?? format(...args)
    write(stream, `${indent}${indent ? text.replaceAll('\n', `\n${indent}`) : text}\n`)
  }
  const out = (...args: unknown[]) => print('stdout', args)
  const err = (...args: unknown[]) => print('stderr', args)
  const elapsed = (label: string) => {
    const since = timers.get(label)
    if (since !== undefined) out(`${label}: ${now() - since}ms`)
    else err(`Warning: No such label '${label}' for console.time()`)
  }
  const group = (...args: unknown[]) => {
    if (args.length > 0) out(...args)
    indent += '  '
  }
  return {
    log: out,
    info: out,
    debug: out,
    error: err,
    warn: err,
    trace: (...args) => err(`Trace: ${format(...args)}`),
    dir: (value, options) => out(inspect(value, typeof options === 'object' && options !== null ? options : {})),
    dirxml: out,
    table: out,
    assert: (condition, ...args) => {
      if (!condition) err(...(args.length > 0 ? ['Assertion failed:', ...args] : ['Assertion failed']))
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(2)
    },
    count: (label = 'default') => {
      const key = String(label)
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      out(`${key}: ${count}`)
    },
    countReset: (label = 'default') => counts.delete(String(label)),
    time: (label = 'default') => timers.set(String(label), now()),
    timeLog: (label = 'default') => elapsed(String(label)),
    timeEnd: (label = 'default') => {
      elapsed(String(label))
      timers.delete(String(label))
    },
  }
}
