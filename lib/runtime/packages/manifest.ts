import { HOME } from '@/lib/engine/story/disk-path'
import type { Program } from '@/lib/engine/story/program'
import { parseJsonFile } from '@/lib/runtime/json-file'

/** The versions that a program asks for, by package name. */
export type Dependencies = Readonly<Record<string, string>>

const FILE = 'package.json'

/**
 * The `dependencies` of a program's `package.json` (npm documentation, package.json); none where there is no such file.
 * Other fields are the author's own business. Throws a SyntaxError that knows its place.
 */
export function dependenciesOf(program: Program): Dependencies {
  const text = program.files[FILE]
  if (text === undefined) return Object.create(null)
  const manifest = parseJsonFile(text, `${HOME}/${FILE}`)
  if (!isRecord(manifest)) throw misshapen(text, 'it must be an object, { … }')
  const { dependencies = {} } = manifest
  if (!isRecord(dependencies)) throw misshapen(text, '"dependencies" must be an object of package names and versions')
  const versions: Record<string, string> = Object.create(null)
  for (const [name, version] of Object.entries(dependencies)) {
    if (typeof version !== 'string') throw misshapen(text, `the version of "${name}" must be a text`)
    versions[name] = version
  }
  return versions
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function misshapen(text: string, complaint: string): SyntaxError {
  const error = new SyntaxError(`${FILE}: ${complaint}`)
  const before = text.slice(0, Math.max(text.indexOf('"dependencies"'), 0))
  const line = before.split('\n').length
  error.stack = `${HOME}/${FILE}:${line}\nSyntaxError: ${error.message}`
  return Object.assign(error, { place: { file: FILE, line } })
}
