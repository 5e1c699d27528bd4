'use client'

import { useSyncExternalStore } from 'react'
import { NO_PROGRESS, type Progress } from '@/lib/lessons/progress'
import { browserProgress } from '@/lib/playground/progress'

/** What is done; nothing, as far as the server knows. */
export function useProgress(): Progress {
  return useSyncExternalStore(browserProgress.subscribe, browserProgress.get, () => NO_PROGRESS)
}
