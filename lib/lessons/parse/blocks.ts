import type { RootContent } from 'mdast'
import type { Block } from '@/lib/lessons/model'
import { actionsOf } from '@/lib/lessons/parse/actions/actions'
import { Given } from '@/lib/lessons/parse/actions/given'
import { readAttributes } from '@/lib/lessons/parse/attributes'
import { parseContainer } from '@/lib/lessons/parse/container'
import type { PageContext, Where } from '@/lib/lessons/parse/context'
import { attributesOf } from '@/lib/lessons/parse/directive-attributes'
import { fenceOf } from '@/lib/lessons/parse/fence'
import { type Code, type LeafDirective, placeOf } from '@/lib/lessons/parse/markdown'
import { checkProse } from '@/lib/lessons/parse/prose'
import { parseRows } from '@/lib/lessons/parse/rows'
import { parseTranscript } from '@/lib/lessons/parse/transcript'
import {
  CONTAINER_DIRECTIVES,
  type FenceName,
  isFenceName,
  isLeafName,
  LEAF_DIRECTIVES,
} from '@/lib/lessons/parse/vocabulary'
import { didYouMean } from '@/lib/lessons/suggest'

/** Markdown as blocks, neighbouring prose in one. What is wrong is reported and left out. */
export function parseBlocks(nodes: readonly RootContent[], where: Where, context: PageContext): readonly Block[] {
  const blocks: Block[] = []
  let prose: RootContent[] = []
  for (const node of nodes) {
    if (isProse(node, where)) {
      checkProse(node, context)
      prose.push(node)
      continue
    }
    if (prose.length > 0) blocks.push({ type: 'prose', nodes: prose })
    prose = []
    const block = parseBlock(node, where, context)
    if (block) blocks.push(block)
  }
  if (prose.length > 0) blocks.push({ type: 'prose', nodes: prose })
  return blocks
}

function isProse(node: RootContent, where: Where): boolean {
  if (node.type === 'code') return where === 'text' || !isFenceName(node.lang ?? '')
  return node.type !== 'leafDirective' && node.type !== 'containerDirective'
}

function parseBlock(node: RootContent, where: Where, context: PageContext): Block | null {
  if (node.type === 'code' && isFenceName(node.lang ?? '')) return parseFence(node, context)
  if (node.type === 'containerDirective') return parseContainer(node, where, context, parseBlocks)
  if (node.type === 'leafDirective') return parseLeaf(node, where, context)
  return null
}

function parseFence(node: Code, { lines, reporter }: PageContext): Block | null {
  const name = node.lang ?? ''
  if (!isFenceName(name)) return null
  const fence = { ...fenceOf(node, lines), name: `\`\`\`${name}` }
  // Nothing that is said in a fence begins so: what should have closed it is missing.
  const swallowed = fence.lines.find((line) => /^\s*```/.test(line.text))
  if (swallowed) {
    const message = `the ${name} fence of line ${fence.place.line} is never closed: a line "\`\`\`" is missing before this one`
    reporter.report('bad-transcript', swallowed.place, message)
    return null
  }
  if (name === 'http') {
    const transcript = parseTranscript(fence, reporter)
    return transcript && { type: 'transcript', transcript }
  }
  const rows = parseRows(name satisfies Exclude<FenceName, 'http'>, fence, reporter)
  return rows && { type: 'rows', rows }
}

function parseLeaf(node: LeafDirective, where: Where, { lines, reporter }: PageContext): Block | null {
  const place = placeOf(node)
  if (!isLeafName(node.name)) {
    const isContainer = Object.hasOwn(CONTAINER_DIRECTIVES, node.name)
    const hint = isContainer
      ? `; it has three colons: :::${node.name}`
      : didYouMean(node.name, Object.keys(LEAF_DIRECTIVES))
    reporter.report('unknown-directive', place, `unknown directive "::${node.name}"${hint}`)
    return null
  }
  if (where === 'text') {
    reporter.report('misplaced', place, `"::${node.name}" can't stand here: only text can`)
    return null
  }
  if (node.children.length > 0) reporter.report('unknown-attribute', place, `"::${node.name}" has no [label]`)
  const owner = { name: `::${node.name}`, place }
  const written = attributesOf(node, lines)
  const attributes = readAttributes(written, LEAF_DIRECTIVES[node.name], owner, reporter)
  const actions = actionsOf(node.name, new Given(attributes, written.length, place, reporter))
  return actions.length === 0 ? null : { type: 'actions', actions, line: place.line }
}
