import { outcomeLines } from '@/lib/cli/play/expectations'
import type { Playable, PlayedPage } from '@/lib/cli/play/playable'
import { printEvents } from '@/lib/cli/play/print-events'
import type { Terminal } from '@/lib/cli/terminal'
import type { Log } from '@/lib/engine/trace/log'
import { groupsOf } from '@/lib/lessons/check/groups'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import { Walk } from '@/lib/lessons/check/walk'
import type { Step } from '@/lib/lessons/model'
import { lineOf } from '@/lib/lessons/steps'

/** What came of playing: how many steps do not hold, of how many, and the log. */
export interface Played {
  readonly failed: number
  readonly steps: number
  readonly log: Log
}

/** Plays steps to their end, whether or not they hold, and prints what goes over the wire meanwhile. */
export async function playSteps(
  { program, options }: Playable,
  { file, lines }: PlayedPage,
  steps: readonly Step[],
  open: WorldRunner,
  terminal: Terminal,
): Promise<Played> {
  const world = await open(program, options)
  let failed = 0
  try {
    const walk = new Walk(world)
    let printed = 0
    const catchUp = () => {
      printEvents(walk.log, printed, terminal)
      printed = walk.log.length
    }
    catchUp()
    for (const group of groupsOf(steps)) {
      const said: string[] = []
      for await (const outcome of walk.take(group)) {
        if (outcome.step.type === 'actions') terminal.out(`\n${done(outcome.step, lines)}\n`)
        if (outcome.mismatches.length > 0) failed++
        said.push(...outcomeLines(outcome, file))
      }
      catchUp()
      for (const line of said) terminal.out(`${line}\n`)
    }
    return { failed, steps: steps.length, log: walk.log }
  } finally {
    await world.end()
  }
}

/** The directive as it was written. */
function done(step: Step, lines: readonly string[]): string {
  return lines[lineOf(step) - 1]?.trim() ?? step.type
}
