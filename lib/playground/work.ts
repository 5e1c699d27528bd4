import type { Story } from '@/lib/engine/story/action'
import type { Program } from '@/lib/engine/story/program'

/** What a student made: nothing else needs to be kept, everything else follows from it. */
export interface Work {
  /** Files that differ from the lesson's, by path. */
  readonly edits: Readonly<Record<string, string>>
  readonly story: Story
}

export const NO_WORK: Work = { edits: {}, story: [] }

/** The lesson's program with the student's edits in it. Edits of files that the lesson does not have are left out. */
export function programOf(start: Program, edits: Work['edits']): Program {
  const files: Record<string, string> = {}
  for (const [path, source] of Object.entries(start.files)) files[path] = edits[path] ?? source
  return { files, entry: start.entry }
}

/** `edits` with one file's new text; a file that reads as the lesson's again is no longer an edit. */
export function withEdit(start: Program, edits: Work['edits'], path: string, source: string): Work['edits'] {
  const { [path]: _before, ...others } = edits
  return start.files[path] === source ? others : { ...others, [path]: source }
}
