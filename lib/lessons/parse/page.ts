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
  const parts = readParts(source, reporter)
  if (!parts) return null
  const { yaml, nodes } = parts
  if (yaml === null)
    reporter.report('missing-key', START_OF_FILE, 'the file begins with "---", a title and a summary, and "---"')
  const head =
    yaml === null
      ? null
      : readYaml({ text: yaml, linesBefore: 1 }, frontMatter, Object.keys(frontMatter.shape), reporter)
  return { title: head?.title ?? '', summary: head?.summary ?? '', ...readBody(source, nodes, reporter) }
}

/** Reads the text of any markdown file for what it does and tests: a front matter is its own business. */
export function parseText(source: string, reporter: Reporter): readonly Block[] | null {
  const parts = readParts(source, reporter)
  return parts && readBody(source, parts.nodes, reporter).blocks
}

interface Parts {
  /** The front matter; `null` when there is none. */
  readonly yaml: string | null
  readonly nodes: Root['children']
}

function readParts(source: string, reporter: Reporter): Parts | null {
  const root = isReadable(source, reporter) ? readMarkdown(source, reporter) : null
  if (!root) return null
  const [first, ...rest] = root.children
  return first?.type === 'yaml' ? { yaml: first.value, nodes: rest } : { yaml: null, nodes: root.children }
}

function readBody(source: string, nodes: Root['children'], reporter: Reporter): Pick<Page, 'blocks' | 'references'> {
  const context: PageContext = { reporter, lines: linesOf(source), references: [], predictions: 0 }
  const blocks = parseBlocks(nodes, 'page', context)
  checkCaptures(blocks, context)
  return { blocks, references: context.references }
}

function readMarkdown(source: string, reporter: Reporter): Root | null {
  try {
    return parseMarkdown(source)
  } catch (error) {
    reporter.report('unreadable', START_OF_FILE, error instanceof Error ? error.message : 'no Markdown')
    return null
  }
}
