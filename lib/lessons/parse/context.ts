import type { RootContent } from 'mdast'
import type { Place, Reporter } from '@/lib/lessons/diagnostic'
import type { Block } from '@/lib/lessons/model'

/** Something that names something else, for the checks that need the whole page. */
export interface Reference {
  readonly kind: 'task' | 'question' | 'hint' | 'wrong' | 'finding'
  /** The id of the task; of a question its own, and of a finding either. */
  readonly task: string
  readonly place: Place
  /** Of `wrong`. */
  readonly program?: { readonly name: string; readonly place: Place }
}

/** What the parsers of one page share. */
export interface PageContext {
  readonly reporter: Reporter
  /** The lines of the whole file. */
  readonly lines: readonly string[]
  /** Everything that names a task or a question, in order. */
  readonly references: Reference[]
  /** How many questions there were so far. */
  predictions: number
}

/** Where blocks stand: on the page, within a task or an aside, or where only text may be. */
export type Where = 'page' | 'task' | 'text'

export type ParseBlocks = (nodes: readonly RootContent[], where: Where, context: PageContext) => readonly Block[]
