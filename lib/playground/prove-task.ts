import type { Program, WorldOptions } from '@/lib/engine/story/program'
import { checkTask, type TaskResult } from '@/lib/lessons/check/check-task'
import { diagnose, upTo } from '@/lib/lessons/check/diagnose'
import type { Failure } from '@/lib/lessons/check/failure'
import { signaturesOf } from '@/lib/lessons/check/signatures'
import type { PlaygroundTask } from '@/lib/playground/lesson-props'
import { worldRunner } from '@/lib/playground/world-runner'
import { createRuntimeClient } from '@/lib/runtime/browser'

/**
 * Checks a task against the student's program, in workers of its own.
 * @throws Error when the runtime itself fails
 */
export async function proveTask(
  task: PlaygroundTask,
  program: Program,
  options: WorldOptions,
  signal: AbortSignal,
): Promise<TaskResult> {
  const client = createRuntimeClient()
  try {
    return await checkTask(task, program, options, worldRunner(client), signal)
  } finally {
    client.dispose()
  }
}

/**
 * The wrong program that fails a task just as the student's does: its message is for this student. `null` when the
 * mistake is another one.
 * @param wrong the task's wrong programs, by name
 */
export async function mistakeIn(
  failure: Failure,
  task: PlaygroundTask,
  wrong: Readonly<Record<string, Program>>,
  options: WorldOptions,
  signal: AbortSignal,
): Promise<string | null> {
  const client = createRuntimeClient()
  try {
    const lesson = { wrong, options }
    const needed = upTo(failure, task)
    // No two of them fail alike (the checker sees to that), so the first that fits is the one.
    for (const name of Object.keys(wrong)) {
      const mistake = diagnose(failure, await signaturesOf(needed, [name], lesson, worldRunner(client), signal))
      if (mistake !== null) return mistake
    }
    return null
  } finally {
    client.dispose()
  }
}
