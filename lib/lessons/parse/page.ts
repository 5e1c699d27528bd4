import type { Root } from 'mdast'
import { z } from 'zod'
import { type Reporter, START_OF_FILE } from '@/lib/lessons/diagnostic'
import type { Block } from '@/lib/lessons/model'
import { parseBlocks } from '@/lib/lessons/parse/blocks'
import { checkCaptures } from '@/lib/lessons/parse/captures'
import type { PageContext, Reference } from '@/lib/lessons/parse/context'
import { linesOf, parseMarkdown } from '@/lib/lessons/parse/markdown'
import { isReadable } from '@/lib/lessons/parse/readable'
import { readYaml } from '@/lib/lessons/parse/yaml'

const frontMatter = z.strictObject({ title: z.string().min(1), summary: z.string().min(1) })

/** `zh.md` or `en.md`, read. */
export interface Page {
  readonly title: string
  readonly summary: string
  readonly blocks: readonly Block[]
  readonly references: readonly Reference[]
}

/** Reads a lesson's prose. What is wrong is reported and left out; `null` when there is nothing left to show. */
export function parsePage(source: string, reporter: Reporter): Page | null {
  if (!isReadable(source, reporter)) return null
  const root = readMarkdown(source, reporter)
  if (!root) return null
  const context: PageContext = { reporter, lines: linesOf(source), references: [], predictions: 0 }
  const [first, ...rest] = root.children
  const isYaml = first?.type === 'yaml'
  if (!isYaml)
    reporter.report('missing-key', START_OF_FILE, 'the file begins with "---", a title and a summary, and "---"')
  const head = isYaml
    ? readYaml({ text: first.value, linesBefore: 1 }, frontMatter, Object.keys(frontMatter.shape), reporter)
    : null
  const blocks = parseBlocks(isYaml ? rest : root.children, 'page', context)
  checkCaptures(blocks, context)
  return { title: head?.title ?? '', summary: head?.summary ?? '', blocks, references: context.references }
}

function readMarkdown(source: string, reporter: Reporter): Root | null {
  try {
    return parseMarkdown(source)
  } catch (error) {
    reporter.report('unreadable', START_OF_FILE, error instanceof Error ? error.message : 'no Markdown')
    return null
  }
}
