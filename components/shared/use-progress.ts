'use client'

import { useSyncExternalStore } from 'react'
import { browserProgress, NO_PROGRESS, type Progress } from '@/lib/playground/progress'

/** What is done; nothing, as far as the server knows. */
export function useProgress(): Progress {
  return useSyncExternalStore(browserProgress.subscribe, browserProgress.get, () => NO_PROGRESS)
}
