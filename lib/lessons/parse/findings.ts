import type { TableRow } from 'mdast'
import type { Finding, Findings } from '@/lib/lessons/model'
import type { PageContext } from '@/lib/lessons/parse/context'
import { type ContainerDirective, placeOf } from '@/lib/lessons/parse/markdown'
import { afterMarker } from '@/lib/lessons/parse/marker'
import { checkProse } from '@/lib/lessons/parse/prose'

/** Reads a table whose rows begin with the id of what fills them: `| restart: after a restart | lost | still there |`. */
export function parseFindings(node: ContainerDirective, context: PageContext): Findings | null {
  const { reporter } = context
  const [table, ...others] = node.children
  if (table?.type !== 'table' || others.length > 0) {
    reporter.report('bad-findings', placeOf(node), '":::findings" holds one table, and nothing else')
    return null
  }
  checkProse(table, context)
  const [head, ...body] = table.children
  const columns = head?.children.map(({ children }) => children) ?? []
  if (columns.length < 2 || body.length === 0) {
    reporter.report('bad-findings', placeOf(table), 'the table needs a column beside that of the labels, and a row')
  }
  const rows = body.flatMap((row) => findingOf(row, columns.length, context) ?? [])
  return { type: 'findings', line: placeOf(node).line, columns, rows }
}

function findingOf(row: TableRow, columns: number, { reporter, references }: PageContext): Finding | null {
  const place = placeOf(row)
  const [first, ...cells] = row.children
  const marked = first ? afterMarker(first.children, /^([^\s:：]+)[:：]\s*/) : null
  if (!first || !marked) {
    const example = '"| restart: after a restart | … |"'
    reporter.report('bad-findings', place, `a row begins with the id of what fills it, such as ${example}`)
    return null
  }
  const filled = [marked.rest, ...cells.map(({ children }) => children)]
  if (filled.length !== columns || filled.some((children) => children.length === 0)) {
    const message = `a row has something in each of the table's ${columns} columns, and nothing beside them`
    reporter.report('bad-findings', place, message)
  }
  references.push({ kind: 'finding', task: marked.marker, place: placeOf(first.children[0] ?? first) })
  return { line: place.line, by: marked.marker, label: marked.rest, cells: cells.map(({ children }) => children) }
}
