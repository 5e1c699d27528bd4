import type { RootContent } from 'mdast'
import type { Diagnostic } from '@/lib/lessons/diagnostic'
import type { Block } from '@/lib/lessons/model'
import type { LessonReading } from '@/lib/lessons/parse/lesson'
import { type Nodes, placeOf } from '@/lib/lessons/parse/markdown'
import { didYouMean } from '@/lib/lessons/suggest'

/** Links between lessons (`./card`) that lead to none of them. */
export function brokenLinksAmong(readings: readonly LessonReading[]): readonly Diagnostic[] {
  const slugs = readings.map(({ slug }) => slug)
  return readings.flatMap(({ folder, lessons }) =>
    Object.values(lessons).flatMap(({ locale, blocks }) =>
      blocks
        .flatMap(nodesOf)
        .flatMap(linksIn)
        .flatMap((link) => {
          const slug = /^\.\/([^/#?]*)/.exec(link.url)?.[1]
          if (slug === undefined || slugs.includes(slug)) return []
          const message = `there is no lesson "${slug}"${didYouMean(slug, slugs)}`
          return [{ file: `lessons/${folder}/${locale}.md`, ...placeOf(link), code: 'broken-link', message } as const]
        }),
    ),
  )
}

function nodesOf(block: Block): readonly RootContent[] {
  switch (block.type) {
    case 'prose':
      return block.nodes
    case 'predict':
      return [...block.question, ...block.choices.flatMap(({ nodes }) => nodes), ...block.explanation]
    case 'findings':
      return [...block.columns.flat(), ...block.rows.flatMap(({ label, cells }) => [...label, ...cells.flat()])]
    case 'task':
    case 'aside':
    case 'hint':
    case 'wrong':
      return block.blocks.flatMap(nodesOf)
    case 'transcript':
    case 'rows':
    case 'actions':
      return []
    default:
      return block satisfies never
  }
}

type Link = Extract<Nodes, { type: 'link' }>

function linksIn(node: Nodes): readonly Link[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? node.children.flatMap(linksIn) : []
}
