import type { PlaygroundLesson } from '@/lib/playground/lesson-props'
import { workStorage } from '@/lib/playground/persistence'
import { createPlaygroundStore, type PlaygroundStore } from '@/lib/playground/store'
import { NO_WORK } from '@/lib/playground/work'
import { createRuntimeClient } from '@/lib/runtime/browser'

/** A playground over workers of this browser, its work kept in the browser's own storage. */
export function createBrowserPlayground(lesson: PlaygroundLesson): PlaygroundStore {
  return createPlaygroundStore({
    lesson,
    client: createRuntimeClient,
    storage: workStorage(lesson.slug, () => window.localStorage),
  })
}

/** The same, but nothing of it is kept: at the instructor's desk it is a try, not somebody's work. */
export function createPreviewPlayground(lesson: PlaygroundLesson): PlaygroundStore {
  return createPlaygroundStore({
    lesson,
    client: createRuntimeClient,
    storage: { load: () => ({ work: NO_WORK, running: false }), save: () => true },
  })
}
