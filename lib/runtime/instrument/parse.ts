import { type Position, parse, type Program as Script } from 'acorn'
import type { SourcePlace } from '@/lib/engine/trace/event'
import { lexicalNames } from '@/lib/runtime/instrument/top-level-names'

/** A file that is no JavaScript, with the place of the first mistake. */
export interface SyntaxMistake {
  readonly message: string
  readonly place: SourcePlace
}

/** What Node's module wrapper declares around a file (Node documentation, "The module wrapper"). */
const WRAPPER = ['exports', 'require', 'module', '__filename', '__dirname']

/** Parses a CommonJS file: a function's body to the parser, so `return` may stand at its top. */
export function parseFile(source: string, file: string): { script: Script } | { mistake: SyntaxMistake } {
  const mistake = (message: string, { line, column }: Position) => ({
    mistake: { message, place: { file, line, column: column + 1 } },
  })
  try {
    const script = parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: true,
      allowHashBang: true,
      locations: true,
    })
    const taken = lexicalNames(script).find(({ name }) => WRAPPER.includes(name))
    return taken?.loc ? mistake(`Identifier '${taken.name}' has already been declared`, taken.loc.start) : { script }
  } catch (error) {
    if (!(error instanceof SyntaxError) || !hasPlace(error)) throw error
    return mistake(inPlainWords(error.message, source, error.pos), error.loc)
  }
}

/** The parser ends its messages with "(line:column)", and does not say what it met. */
function inPlainWords(message: string, source: string, at: number): string {
  const words = message.replace(/ \(\d+:\d+\)$/, '')
  if (words.startsWith("'import' and 'export'")) {
    return "programs here are CommonJS: write const x = require('x') instead of import, and module.exports instead of export"
  }
  if (words !== 'Unexpected token') return words
  if (/\bawait\s+$/.test(source.slice(0, at))) return 'await is only valid in async functions'
  const [token] = /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]*|\d+|[\s\S])/u.exec(source.slice(at)) ?? []
  return token === undefined ? 'Unexpected end of the file' : `Unexpected token '${token}'`
}

function hasPlace(error: object): error is { loc: Position; pos: number } {
  if (!('loc' in error && 'pos' in error) || typeof error.loc !== 'object' || error.loc === null) return false
  return 'line' in error.loc && 'column' in error.loc && typeof error.pos === 'number'
}
