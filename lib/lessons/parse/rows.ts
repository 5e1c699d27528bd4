import type { Reporter } from '@/lib/lessons/diagnostic'
import type { RowsFence } from '@/lib/lessons/model'
import { readAttributes } from '@/lib/lessons/parse/attributes'
import type { FenceLine, FenceSource } from '@/lib/lessons/parse/fence'
import { FENCES } from '@/lib/lessons/parse/vocabulary'
import { parsePattern } from '@/lib/lessons/pattern'

type Row = RowsFence['rows'][number]

/**
 * Reads a `jar` fence (`name=value; Attribute`) or a `sessions` fence (`id text of the row`), one row a line;
 * `!` before a row says that there must be none such.
 */
export function parseRows(of: RowsFence['of'], fence: FenceSource, reporter: Reporter): RowsFence | null {
  const attributes = readAttributes(fence.attributes, FENCES[of], fence, reporter)
  const visitor = attributes.get('visitor')?.value ?? null
  const lines = fence.lines.filter((line) => line.text.trim() !== '')
  const rows = lines.map((line) => parseRow(of, line, reporter)).filter((row) => row !== null)
  if (lines.length === 0) reporter.report('bad-row', fence.place, `a ${of} fence without rows says nothing`)
  return of === 'jar' && visitor === null ? null : { line: fence.place.line, of, visitor, rows }
}

function parseRow(of: RowsFence['of'], { text, place }: FenceLine, reporter: Reporter): Row | null {
  const present = !text.trim().startsWith('!')
  const row = text.trim().replace(/^!\s*/, '')
  const match = (of === 'jar' ? /^([^=;\s]+)(?:=(.*)|(;.*))?$/ : /^(\S+)\s*(.*)$/).exec(row)
  const key = match?.[1] ?? ''
  const value = match?.[2] ?? match?.[3] ?? ''
  if (key === '') {
    const example = of === 'jar' ? 'name=value' : '{sid} balance: 90'
    reporter.report('bad-row', place, `"${text.trim()}" is no row such as "${example}"`)
    return null
  }
  return { line: place.line, present, key: parsePattern(key), value: parsePattern(value.trim()) }
}
