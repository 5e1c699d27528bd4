import { groupsOf } from '@/lib/lessons/check/groups'
import type { Block, Lesson, Step, Task } from '@/lib/lessons/model'
import { lineOf, stepsOf } from '@/lib/lessons/steps'

type Doing = Exclude<Step, { type: 'rows' }>

/** What a student meets on the way through a text, in order. */
export type TextItem =
  | {
      readonly type: 'step'
      readonly step: Step /** Done by this step's button; empty when it has none. */
      readonly together: readonly Doing[]
    }
  | { readonly type: 'predict'; readonly answer: string }
  | { readonly type: 'task'; readonly task: Task; readonly hints: number }

export function itemsOf({ blocks }: Pick<Lesson, 'blocks'>): readonly TextItem[] {
  const leaders = new Map<number, readonly Doing[]>()
  for (const group of groupsOf(stepsOf(blocks))) {
    const doing = group.map(({ step }) => step).filter((step) => step.type !== 'rows')
    const [leader] = doing
    if (leader) leaders.set(lineOf(leader), doing)
  }
  const hints = (task: Task) => blocks.filter((block) => block.type === 'hint' && block.task === task.id).length
  return flat(blocks).flatMap((block): readonly TextItem[] => {
    if (block.type === 'predict') return [{ type: 'predict', answer: block.answer }]
    if (block.type === 'task') return [{ type: 'task', task: block, hints: hints(block) }]
    return stepsOf([block]).map((step) => ({ type: 'step', step, together: leaders.get(lineOf(step)) ?? [] }))
  })
}

function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.type === 'aside' ? flat(block.blocks) : [block]))
}
