import type { Step } from '@/lib/lessons/model'

/** Steps that are done at once, since their requests overlap, with their positions among all. */
export type Group = readonly { readonly step: Step; readonly index: number }[]

/** Cuts steps so that those whose first action has a moment of its own go with the one before. */
export function groupsOf(steps: readonly Step[]): readonly Group[] {
  const groups: { step: Step; index: number }[][] = []
  for (const [index, step] of steps.entries()) {
    const group = groups.at(-1)
    if (group && overlaps(step)) group.push({ step, index })
    else groups.push([{ step, index }])
  }
  return groups
}

function overlaps(step: Step): boolean {
  const first =
    step.type === 'transcript' ? step.transcript.action : step.type === 'actions' ? step.actions[0] : undefined
  return first?.at !== undefined
}
