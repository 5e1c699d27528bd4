import type { AsideKind, Block } from '@/lib/lessons/model'
import { type Attribute, readAttributes } from '@/lib/lessons/parse/attributes'
import type { PageContext, ParseBlocks, Where } from '@/lib/lessons/parse/context'
import { attributesOf } from '@/lib/lessons/parse/directive-attributes'
import { parseFindings } from '@/lib/lessons/parse/findings'
import { type ContainerDirective, placeOf } from '@/lib/lessons/parse/markdown'
import { plainText } from '@/lib/lessons/parse/plain-text'
import { parsePredict } from '@/lib/lessons/parse/predict'
import { makeTask } from '@/lib/lessons/parse/task'
import {
  CONTAINER_DIRECTIVES,
  type ContainerName,
  isContainerName,
  LEAF_DIRECTIVES,
} from '@/lib/lessons/parse/vocabulary'
import { didYouMean } from '@/lib/lessons/suggest'

type Attributes = ReadonlyMap<string, Attribute>

/** Reads `:::task`, `:::hint` and the others; `parseBlocks` reads what is inside. */
export function parseContainer(
  node: ContainerDirective,
  where: Where,
  context: PageContext,
  parseBlocks: ParseBlocks,
): Block | null {
  const { lines, reporter } = context
  const place = placeOf(node)
  const { name } = node
  if (!isContainerName(name)) {
    const isLeaf = Object.hasOwn(LEAF_DIRECTIVES, name)
    const hint = isLeaf ? `; it has two colons: ::${name}` : didYouMean(name, Object.keys(CONTAINER_DIRECTIVES))
    reporter.report('unknown-directive', place, `unknown directive ":::${name}"${hint}`)
    return null
  }
  if (where !== 'page') {
    reporter.report('misplaced', place, `":::${name}" can't stand within another directive`)
    return null
  }
  if (!isClosed(node, lines))
    reporter.report('unclosed-directive', place, `":::${name}" is never closed by a line ":::"`)
  const owner = { name: `:::${name}`, place }
  const attributes = readAttributes(attributesOf(node, lines), CONTAINER_DIRECTIVES[name], owner, reporter)
  return makeBlock(name, node, attributes, context, parseBlocks)
}

function makeBlock(
  name: ContainerName,
  node: ContainerDirective,
  attributes: Attributes,
  context: PageContext,
  parseBlocks: ParseBlocks,
): Block | null {
  const place = placeOf(node)
  const { label, children } = withoutLabel(node)
  if (label !== '' && name !== 'task' && name !== 'aside') {
    context.reporter.report('unknown-attribute', place, `":::${name}" has no [label]`)
  }
  switch (name) {
    case 'task': {
      const opening = { place, title: label, attributes }
      return makeTask(opening, parseBlocks(children, 'task', context), context)
    }
    case 'aside':
      return makeAside(place.line, label, attributes, parseBlocks(children, 'task', context), context)
    case 'predict':
      return parsePredict({ ...node, children }, attributes, context)
    case 'findings':
      return parseFindings({ ...node, children }, context)
    case 'hint':
      return makeHint(attributes, parseBlocks(children, 'text', context), context)
    case 'wrong':
      return makeWrong(attributes, parseBlocks(children, 'text', context), context)
    default:
      return name satisfies never
  }
}

const ASIDES: readonly AsideKind[] = ['misconception', 'history', 'security']

function makeAside(
  line: number,
  title: string,
  attributes: Attributes,
  blocks: readonly Block[],
  { reporter }: PageContext,
): Block | null {
  const given = attributes.get('kind')
  const kind = ASIDES.find((name) => name === given?.value)
  if (kind) return { type: 'aside', line, kind, title, blocks }
  if (given) {
    reporter.report('bad-value', given.place, `kind="${given.value}" is none of ${ASIDES.join(', ')}`)
  }
  return null
}

function makeHint(attributes: Attributes, blocks: readonly Block[], context: PageContext): Block | null {
  const task = attributes.get('task')
  if (!task) return null
  context.references.push({ kind: 'hint', task: task.value, place: task.place })
  const step = context.references.filter((other) => other.kind === 'hint' && other.task === task.value).length
  return { type: 'hint', line: task.place.line, task: task.value, step, blocks }
}

function makeWrong(attributes: Attributes, blocks: readonly Block[], context: PageContext): Block | null {
  const task = attributes.get('task')
  const program = attributes.get('program')
  if (!task || !program) return null
  context.references.push({
    kind: 'wrong',
    task: task.value,
    place: task.place,
    program: { name: program.value, place: program.place },
  })
  return { type: 'wrong', line: task.place.line, task: task.value, program: program.value, blocks }
}

function withoutLabel(node: ContainerDirective) {
  const [first, ...rest] = node.children
  const isLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true
  return isLabel ? { label: plainText(first).trim(), children: rest } : { label: '', children: node.children }
}

function isClosed(node: ContainerDirective, lines: readonly string[]): boolean {
  const { start, end } = node.position ?? {}
  return (
    start !== undefined && end !== undefined && end.line > start.line && /^\s*:{3,}\s*$/.test(lines[end.line - 1] ?? '')
  )
}
