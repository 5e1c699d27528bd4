import type { PlaygroundLesson } from '@/lib/playground/lesson-props'
import { workStorage } from '@/lib/playground/persistence'
import { createPlaygroundStore, type PlaygroundStore } from '@/lib/playground/store'
import { createRuntimeClient } from '@/lib/runtime/browser'

/** A playground over workers of this browser, its work kept in the browser's own storage. */
export function createBrowserPlayground(lesson: PlaygroundLesson): PlaygroundStore {
  return createPlaygroundStore({
    lesson,
    client: createRuntimeClient,
    storage: workStorage(lesson.slug, () => window.localStorage),
  })
}
