import { atMost } from '@/lib/lessons/check/at-most'
import { checkLesson } from '@/lib/lessons/check/check-lesson'
import type { Diagnostic } from '@/lib/lessons/diagnostic'
import type { Lesson } from '@/lib/lessons/model'
import { worldRunner } from '@/lib/playground/world-runner'
import { createRuntimeClient } from '@/lib/runtime/browser'

/** Worlds that are open at a time: each is a worker. */
const WORLDS = 3

/**
 * Runs lessons as `npm run lessons -- check` does, in workers of this page.
 * @throws Error when the runtime itself fails
 */
export async function checkInBrowser(folder: string, lessons: readonly Lesson[]): Promise<readonly Diagnostic[]> {
  const client = createRuntimeClient()
  try {
    const open = atMost(WORLDS, worldRunner(client))
    const found: Diagnostic[] = []
    for (const lesson of lessons) found.push(...(await checkLesson(folder, lesson, open)))
    return found
  } finally {
    client.dispose()
  }
}
