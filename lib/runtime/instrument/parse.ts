import { parse, type Program as Script } from 'acorn'
import type { SourcePlace } from '@/lib/engine/trace/event'

/** A file that is no JavaScript, with the place of the first mistake. */
export interface SyntaxMistake {
  readonly message: string
  readonly place: SourcePlace
}

/** Parses a CommonJS file: a function's body to the parser, so `return` may stand at its top. */
export function parseFile(source: string, file: string): { script: Script } | { mistake: SyntaxMistake } {
  try {
    const script = parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: true,
      allowHashBang: true,
      locations: true,
    })
    return { script }
  } catch (error) {
    if (!(error instanceof SyntaxError) || !hasPlace(error)) throw error
    const { line, column } = error.loc
    return { mistake: { message: plain(error.message), place: { file, line, column: column + 1 } } }
  }
}

/** Acorn ends its messages with "(line:column)"; the place is told apart from the words here. */
function plain(message: string): string {
  const words = message.replace(/ \(\d+:\d+\)$/, '')
  if (words.startsWith("'import' and 'export'")) {
    return "programs here are CommonJS: write const x = require('x') instead of import, and module.exports instead of export"
  }
  return words
}

function hasPlace(error: object): error is { loc: { line: number; column: number } } {
  return (
    'loc' in error &&
    typeof error.loc === 'object' &&
    error.loc !== null &&
    'line' in error.loc &&
    'column' in error.loc
  )
}
