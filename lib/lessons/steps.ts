import type { Block, Step, Task } from '@/lib/lessons/model'

/** What is done and tested among these blocks, in order; tasks have their own worlds and are left out. */
export function stepsOf(blocks: readonly Block[]): readonly Step[] {
  return blocks.flatMap((block): readonly Step[] => {
    switch (block.type) {
      case 'transcript':
        return [{ type: 'transcript', transcript: block.transcript }]
      case 'rows':
        return [{ type: 'rows', rows: block.rows }]
      case 'actions':
        return [{ type: 'actions', actions: block.actions, line: block.line }]
      case 'aside':
        return stepsOf(block.blocks)
      case 'prose':
      case 'predict':
      case 'findings':
      case 'task':
      case 'hint':
      case 'wrong':
        return []
      default:
        return block satisfies never
    }
  })
}

/** The line in the markdown where a step stands, from 1. */
export function lineOf(step: Step): number {
  switch (step.type) {
    case 'transcript':
      return step.transcript.line
    case 'rows':
      return step.rows.line
    case 'actions':
      return step.line
    default:
      return step satisfies never
  }
}

export function tasksOf(blocks: readonly Block[]): readonly Task[] {
  return blocks.filter((block) => block.type === 'task')
}
