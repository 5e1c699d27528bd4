'use client'

import { useSyncExternalStore } from 'react'
import { usePlaygroundLesson } from '@/components/shared/context'
import { browserProgress, doneTasks } from '@/lib/playground/progress'

/** Whether a task of this lesson was done, ever. */
export function useTaskDone(id: string): boolean {
  const { slug } = usePlaygroundLesson()
  return useSyncExternalStore(
    browserProgress.subscribe,
    () => doneTasks(browserProgress.get(), slug).includes(id),
    () => false,
  )
}
