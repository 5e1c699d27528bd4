import type { Code, Nodes, Root, RootContentMap } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

export type LeafDirective = RootContentMap['leafDirective']
export type ContainerDirective = RootContentMap['containerDirective']

/** A directive on lines of its own: `::name{…}` or `:::name{…}` … `:::`. */
export type Directive = ContainerDirective | LeafDirective
export type { Code, Nodes }

const COLON = 58

/** Takes `:name` out of the grammar again: in prose, `10:30` and `localhost:8080` are text. */
function withoutTextDirectives(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    if (!('text' in extension) || !extension.text || !(COLON in extension.text)) return extension
    const { [COLON]: _directive, ...text } = extension.text
    return { ...extension, text }
  })
}

const processor = unified()
  .use(remarkParse)
  .use(remarkDirective)
  .use(withoutTextDirectives)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .freeze()

/**
 * CommonMark with GFM, YAML front matter, and leaf and container directives.
 * @throws RangeError on text nested thousands of levels deep
 */
export function parseMarkdown(source: string): Root {
  return processor.parse(source)
}

/** Line and column at which a node begins. */
export function placeOf(node: Nodes): { readonly line: number; readonly column: number } {
  const start = node.position?.start
  return { line: start?.line ?? 1, column: start?.column ?? 1 }
}

/** The lines of a text, without their ends, whichever ends it has. */
export function linesOf(source: string): string[] {
  return source.split(/\r\n|\n|\r/)
}
