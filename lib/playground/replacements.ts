import type { Story } from '@/lib/engine/story/action'
import type { Program } from '@/lib/engine/story/program'
import type { PlaygroundState, Replacement } from '@/lib/playground/state'
import { type Work, withEdit } from '@/lib/playground/work'

type Change = Pick<PlaygroundState, 'edits' | 'story' | 'undone' | 'replacement'>

/** One file as the lesson has it. */
export function fileReset(state: Work, file: string): Change {
  const { [file]: _edit, ...edits } = state.edits
  return replaced(state, { edits, story: state.story }, { what: 'file', file })
}

/** The lesson as it was in the beginning. */
export function lessonReset(state: Work): Change {
  return replaced(state, { edits: {}, story: [] }, { what: 'lesson' })
}

/** Another program in the place of the student's; the story stays. */
export function programReplaced(state: Work, start: Program, program: Program): Change {
  let edits: Work['edits'] = {}
  for (const [path, source] of Object.entries(program.files)) edits = withEdit(start, edits, path, source)
  return replaced(state, { edits, story: state.story }, { what: 'program' })
}

/** Another story in the place of the student's; the program stays. */
export function storyReplaced(state: Work, story: Story): Change {
  return replaced(state, { edits: state.edits, story }, { what: 'story' })
}

/** What was put aside comes back, and what there is now is put aside. */
export function replacementUndone(state: Work, replacement: Replacement): Change {
  const { before, ...kind } = replacement
  const { file } = replacement
  // Undoing the reset of one file must not take back what was done to the others since.
  const work = file === undefined ? before : { story: state.story, edits: withEditOf(state.edits, before.edits, file) }
  return replaced(state, work, kind)
}

function withEditOf(edits: Work['edits'], from: Work['edits'], file: string): Work['edits'] {
  const { [file]: _now, ...others } = edits
  const source = from[file]
  return source === undefined ? others : { ...others, [file]: source }
}

function replaced(state: Work, work: Work, kind: Omit<Replacement, 'before'>): Change {
  return { ...work, undone: [], replacement: { ...kind, before: { edits: state.edits, story: state.story } } }
}
