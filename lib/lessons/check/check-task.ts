import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Failure } from '@/lib/lessons/check/failure'
import { runSteps } from '@/lib/lessons/check/run-steps'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import { checkUnpredictableIds } from '@/lib/lessons/check/unpredictable-ids'
import type { Task } from '@/lib/lessons/model'

export type TaskResult =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly failure: Failure }
  | { readonly outcome: 'cancelled' }

/**
 * Proves a task: its steps in a fresh world that runs the program, then its laws.
 * @param options of the lesson
 * @param signal cancels between two steps
 * @throws only when the runtime itself fails
 */
export async function checkTask(
  task: Pick<Task, 'proof' | 'laws'>,
  program: Program,
  options: WorldOptions,
  open: WorldRunner,
  signal?: AbortSignal,
): Promise<TaskResult> {
  const run = await runSteps(task.proof, program, open, { world: options, signal })
  if (run.failure) return { outcome: 'failed', failure: run.failure }
  for (const law of task.laws) {
    if (run.cancelled || signal?.aborted) break
    const failure = await checkUnpredictableIds(law, task, program, options, open, run, signal)
    if (failure) return { outcome: 'failed', failure }
  }
  return run.cancelled || signal?.aborted ? { outcome: 'cancelled' } : { outcome: 'passed' }
}
