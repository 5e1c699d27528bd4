import { parseArgs } from 'node:util'
import type { Problem } from '@/lib/cli/terminal'
import { didYouMean } from '@/lib/lessons/suggest'

/** What a command was called with. */
export interface Arguments<Name extends string> {
  readonly plain: readonly string[]
  /** Values of the options that were given. */
  readonly options: Readonly<Partial<Record<Name, string>>>
}

/** Takes a command line apart: plain arguments, and options that have a value each (`--har out.har`, `--har=out.har`). */
export function readArguments<Name extends string>(
  line: readonly string[],
  names: readonly Name[],
): Arguments<Name> | Problem {
  const { tokens } = parseArgs({
    args: [...line],
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const)),
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const plain: string[] = []
  const options: Partial<Record<Name, string>> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') plain.push(token.value)
    if (token.kind !== 'option') continue
    const name = names.find((known) => known === token.name)
    if (name === undefined) return { problem: `unknown option ${token.rawName}${hintFor(token.name, names)}` }
    if (token.value === undefined || token.value === '') return { problem: `${token.rawName} needs a value` }
    if (options[name] !== undefined) return { problem: `${token.rawName} is given twice` }
    options[name] = token.value
  }
  return { plain, options }
}

function hintFor(written: string, names: readonly string[]): string {
  if (names.length === 0) return '; this command has none'
  const known = names.map((name) => `--${name}`)
  return didYouMean(`--${written}`, known) || `; known are ${known.join(', ')}`
}
