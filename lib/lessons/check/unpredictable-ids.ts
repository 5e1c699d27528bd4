import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Failure } from '@/lib/lessons/check/failure'
import { runSteps, type StepsRun } from '@/lib/lessons/check/run-steps'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import type { Law, Task } from '@/lib/lessons/model'

/** The seed with which `Math.random` is constant, while `crypto` goes on; see `lib/runtime/context.ts`. */
const CONSTANT_RANDOM = 'constant-random'
const AN_HOUR = 3_600_000

/**
 * Checks that ids can't be guessed: with `Math.random` constant and the clock as it was, another run must give another
 * id. The two runs differ in what `crypto` draws and in nothing else: randomness is drawn per action, and the second
 * run begins with an action that does nothing.
 *
 * @param normal how the proof ran in the lesson's own world, where it held
 * @returns `null` when the law holds, or when `signal` ended the check
 */
export async function checkUnpredictableIds(
  { capture, line }: Law,
  task: Pick<Task, 'proof'>,
  program: Program,
  options: WorldOptions,
  open: WorldRunner,
  normal: StepsRun,
  signal?: AbortSignal,
): Promise<Failure | null> {
  const idWith = async (world: WorldOptions, clock?: number) => {
    const before = clock === undefined ? [] : [{ type: 'clock', advance: clock } as const]
    const { captures } = await runSteps(task.proof, program, open, { world, before, signal })
    return captures.get(capture)
  }
  const constant = { ...options, seed: CONSTANT_RANDOM }
  const first = await idWith(constant)
  if (signal?.aborted || first !== (await idWith(constant, 0))) return null
  const madeOf: ('clock' | 'random')[] = []
  if (first !== (await idWith({ ...constant, epoch: options.epoch + AN_HOUR }))) madeOf.push('clock')
  if (first !== normal.captures.get(capture)) madeOf.push('random')
  if (signal?.aborted) return null
  const actual = first ?? normal.captures.get(capture) ?? ''
  return {
    step: null,
    line,
    request: null,
    answer: null,
    mismatches: [{ kind: 'predictable', line, capture, actual, madeOf }],
    story: normal.story,
    faults: [],
  }
}
