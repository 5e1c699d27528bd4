import type { Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import { faultsAt } from '@/lib/engine/trace/faults-at'
import type { Failure } from '@/lib/lessons/check/failure'
import { groupsOf } from '@/lib/lessons/check/groups'
import type { Captures } from '@/lib/lessons/check/match-pattern'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import { type StepOutcome, Walk } from '@/lib/lessons/check/walk'
import type { Step } from '@/lib/lessons/model'
import { fillIn } from '@/lib/lessons/pattern'
import { lineOf } from '@/lib/lessons/steps'

/** How far steps held. */
export interface StepsRun {
  readonly captures: Captures
  /** The first step that does not hold; `null` when all do. */
  readonly failure: Failure | null
  readonly story: Story
  /** Not all steps were tried, because nobody wants to know any more. */
  readonly cancelled: boolean
}

export interface RunStepsOptions {
  readonly world: WorldOptions
  /** Done before the steps, untested. */
  readonly before?: Story
  /** Ends the run between two steps. */
  readonly signal?: AbortSignal | undefined
}

/** Does steps one after the other in a fresh world, and compares, until one does not hold. */
export async function runSteps(
  steps: readonly Step[],
  program: Program,
  open: WorldRunner,
  { world: options, before = [], signal }: RunStepsOptions,
): Promise<StepsRun> {
  const world = await open(program, options)
  const walk = new Walk(world)
  const result = (failure: Failure | null, cancelled: boolean): StepsRun => {
    return { captures: walk.captures, failure, story: walk.story, cancelled }
  }
  try {
    if (before.length > 0) await walk.act(before)
    for (const group of groupsOf(steps)) {
      if (signal?.aborted) return result(null, true)
      for await (const outcome of walk.take(group)) {
        if (outcome.mismatches.length > 0) return result(failureOf(outcome, walk), false)
      }
    }
    return result(null, false)
  } finally {
    await world.end()
  }
}

function failureOf({ step, index, answer, mismatches }: StepOutcome, { captures, story, log }: Walk): Failure {
  return {
    step: index,
    line: lineOf(step),
    request: step.type === 'transcript' ? fillIn(step.transcript.requestText, captures) : null,
    answer,
    mismatches,
    story,
    faults: faultsAt(log, log.length).toArray(),
  }
}
