import type { DiagnosticCode } from '@/lib/lessons/diagnostic'
import { almostDirective, indentedDirective } from '@/lib/lessons/parse/almost-directive'
import type { PageContext } from '@/lib/lessons/parse/context'
import { type Code, type Nodes, placeOf } from '@/lib/lessons/parse/markdown'
import { FENCES, isFenceName, SHOWN_FENCES } from '@/lib/lessons/parse/vocabulary'
import { didYouMean } from '@/lib/lessons/suggest'

/** Reports what prose may not hold: raw HTML, what looks like a directive and is none, markup that is not rendered. */
export function checkProse(node: Nodes, context: PageContext): void {
  const objection = objectionTo(node)
  if (objection !== null) context.reporter.report(objection.code, placeOf(node), objection.message)
  if (node.type === 'paragraph') checkLines(node, context)
  if (node.type === 'code') checkListing(node, context)
  if (node.type === 'containerDirective' || node.type === 'leafDirective') return
  if ('children' in node) for (const child of node.children) checkProse(child, context)
}

function objectionTo(node: Nodes): { code: DiagnosticCode; message: string } | null {
  switch (node.type) {
    case 'html':
      return { code: 'raw-html', message: 'raw HTML is not rendered; use Markdown' }
    case 'code':
      return objectionToCode(node.lang ?? '')
    case 'link':
      if (/^(https?:\/\/|\.{0,2}\/|#)/.test(node.url)) return null
      return {
        code: 'unsupported-markdown',
        message: `a link leads to https://, to another lesson such as ./card, or to #, not to "${node.url}"`,
      }
    case 'containerDirective':
    case 'leafDirective':
      return { code: 'misplaced', message: `"${node.name}" can't stand within a list or a quotation` }
    case 'image':
    case 'imageReference':
    case 'linkReference':
    case 'definition':
    case 'footnoteReference':
    case 'footnoteDefinition':
      return { code: 'unsupported-markdown', message: `Markdown's "${node.type}" is not supported in lessons` }
    default:
      return null
  }
}

function objectionToCode(name: string): { code: DiagnosticCode; message: string } | null {
  if (name === '' || SHOWN_FENCES.includes(name)) return null
  if (isFenceName(name))
    return { code: 'misplaced', message: `a ${name} fence can't stand here: it would not be tested` }
  const known = [...Object.keys(FENCES), ...SHOWN_FENCES]
  const hint = didYouMean(name, known) || `; known are ${known.join(', ')}`
  return { code: 'unknown-fence', message: `unknown fence "${name}"${hint}` }
}

/** A fence begins with its backticks; what has none is a listing by its indentation. */
function checkListing(node: Code, { reporter, lines }: PageContext): void {
  const { line, column } = placeOf(node)
  const isFenced = /^(`{3}|~{3})/.test((lines[line - 1] ?? '').slice(column - 1))
  const message = isFenced ? null : indentedDirective(node.value)
  if (message !== null) reporter.report('not-a-directive', { line, column }, message)
}

/** A line of colons that the parser took for text would be lost on the author. */
function checkLines(node: Nodes, { reporter, lines }: PageContext): void {
  const { start, end } = node.position ?? {}
  if (!start || !end) return
  for (let number = start.line; number <= end.line; number++) {
    const line = lines[number - 1] ?? ''
    const found = almostDirective(line)
    if (found) reporter.report('not-a-directive', { line: number, column: found.column }, found.message)
  }
}
