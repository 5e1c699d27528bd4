import { checkTask } from '@/lib/lessons/check/check-task'
import type { Signature } from '@/lib/lessons/check/diagnose'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import type { Lesson, Task } from '@/lib/lessons/model'

/**
 * How the wrong programs of a task fail it, for `diagnose`. Runs each of them: to be done once, when a student's
 * program first fails the task.
 * @param programs names of wrong programs that the task has a message for
 */
export async function signaturesOf(
  task: Pick<Task, 'proof' | 'laws'>,
  programs: readonly string[],
  lesson: Pick<Lesson, 'wrong' | 'options'>,
  open: WorldRunner,
  signal?: AbortSignal,
): Promise<readonly Signature[]> {
  const signatures: Signature[] = []
  for (const program of programs) {
    const wrong = lesson.wrong[program]
    const result = wrong ? await checkTask(task, wrong, lesson.options, open, signal) : null
    if (result?.outcome === 'failed') signatures.push({ program, failure: result.failure })
  }
  return signatures
}
