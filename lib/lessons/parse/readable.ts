import type { Reporter } from '@/lib/lessons/diagnostic'
import { linesOf } from '@/lib/lessons/parse/markdown'

/** Far above any lesson; beyond them Markdown parsers take seconds to minutes, or all of the stack. */
const LONGEST_FILE = 400_000
const LONGEST_LINE = 10_000
const DEEPEST = 30

/** Whether a text is within the bounds of what is parsed at all. Reports why not. */
export function isReadable(source: string, reporter: Reporter): boolean {
  if (source.length > LONGEST_FILE) {
    reporter.report('unreadable', { line: 1, column: 1 }, `longer than ${LONGEST_FILE} characters`)
    return false
  }
  let open = 0
  for (const [index, line] of linesOf(source).entries()) {
    const objection = objectionTo(line, open)
    if (objection !== null) {
      reporter.report('unreadable', { line: index + 1, column: 1 }, objection)
      return false
    }
    if (/^\s*:{3,}\s*$/.test(line)) open = Math.max(0, open - 1)
    else if (/^\s*:{3,}/.test(line)) open++
  }
  return true
}

function objectionTo(line: string, open: number): string | null {
  if (line.length > LONGEST_LINE) return `a line longer than ${LONGEST_LINE} characters`
  if (open > DEEPEST) return `more than ${DEEPEST} directives within one another; is a closing ":::" missing?`
  const prefix = /^(?:[\s>*+-]|\d{1,9}[.)])*/.exec(line)?.[0] ?? ''
  const markers = prefix.replace(/\s/g, '').length
  const indented = prefix.length - markers
  return (markers > 3 * DEEPEST && /\s|>/.test(prefix)) || indented > 4 * DEEPEST ? 'nested too deeply' : null
}
