import type { Step } from '@/lib/lessons/model'
import { lineOf } from '@/lib/lessons/steps'

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

/** The steps that are done at once when the one at this line of the markdown is; the first of them is in the lead. */
export function togetherAt(line: number, steps: readonly Step[]): readonly Step[] {
  const group = groupsOf(steps).find((group) => group.some(({ step }) => lineOf(step) === line))
  return group?.map(({ step }) => step) ?? []
}

function overlaps(step: Step): boolean {
  const first =
    step.type === 'transcript' ? step.transcript.action : step.type === 'actions' ? step.actions[0] : undefined
  return first?.at !== undefined
}
