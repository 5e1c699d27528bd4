import { type Document, isMap, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { ZodType, z } from 'zod'
import type { Place, Reporter } from '@/lib/lessons/diagnostic'
import { didYouMean } from '@/lib/lessons/suggest'

type Path = readonly PropertyKey[]

/** YAML text, and the line of its file before its first. */
export interface YamlSource {
  readonly text: string
  readonly linesBefore: number
}

/**
 * Reads YAML that must be as `schema` says; `null` when it isn't, and what is wrong is reported where it stands.
 * `keys` are those of the top level, for suggestions.
 */
export function readYaml<T>(
  source: YamlSource,
  schema: ZodType<T>,
  keys: readonly string[],
  reporter: Reporter,
): T | null {
  const lineCounter = new LineCounter()
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: line + source.linesBefore, column: col }
  }
  try {
    const document = parseDocument(source.text, { lineCounter, prettyErrors: false })
    const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => ({ at: pos[0], message }))
    visit(document, {
      Alias: (_key, node) => void problems.push({ at: node.range?.[0] ?? 0, message: 'aliases are not supported' }),
    })
    // What else there is follows from the first.
    const [first] = problems.sort((a, b) => a.at - b.at)
    if (first) {
      const wide = source.text.includes('：') ? '; a key is followed by ":" and a blank, not by "："' : ''
      reporter.report('bad-yaml', placeAt(first.at), first.message + wide)
      return null
    }
    const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }))
    if (result.success) return result.data
    const report = (
      code: 'unknown-key' | 'missing-key' | 'bad-value',
      path: Path,
      on: 'key' | 'value',
      message: string,
    ) => reporter.report(code, placeAt(offsetOf(document, path, on)), message)
    for (const issue of result.error.issues) reportIssue(issue, document, keys, report)
  } catch (error) {
    reporter.report('bad-yaml', placeAt(0), error instanceof Error ? error.message : 'unreadable')
  }
  return null
}

type Report = (
  code: 'unknown-key' | 'missing-key' | 'bad-value',
  path: Path,
  on: 'key' | 'value',
  message: string,
) => void

function reportIssue(issue: z.core.$ZodIssue, document: Document, keys: readonly string[], report: Report): void {
  const { path } = issue
  const name = path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const known = path.length === 0 ? keys : []
    const listed = known.length === 0 ? '' : `; known are ${known.join(', ')}`
    for (const key of issue.keys) {
      report('unknown-key', [...path, key], 'key', `unknown key "${key}"${didYouMean(key, known) || listed}`)
    }
  } else if (path.length > 0 && !document.hasIn(path)) {
    report('missing-key', path.slice(0, -1), 'value', `"${name}" is missing`)
  } else if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    const hint = didYouMean(String(document.getIn(path)), known) || `; known are ${known.join(', ')}`
    report('bad-value', path, 'value', `"${String(document.getIn(path))}" is unknown${hint}`)
  } else {
    report('bad-value', path, 'value', name === '' ? issue.message : `${name}: ${issue.message}`)
  }
}

/** Where a key or its value begins; as near as there is when the path leads nowhere. */
function offsetOf(document: Document, path: Path, on: 'key' | 'value'): number {
  const target = document.getIn(path, true)
  const parent = document.getIn(path.slice(0, -1), true)
  const last = String(path.at(-1))
  const key = isMap(parent) ? parent.items.find((pair) => String(pair.key) === last)?.key : undefined
  const node = on === 'key' ? key : isNode(target) ? target : key
  return (isNode(node) ? node.range?.[0] : undefined) ?? 0
}
