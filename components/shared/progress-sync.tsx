'use client'

import { useEffect } from 'react'
import { withBase } from '@/components/ui/base-path'
import { type Progress, progressIn, underNewSlugs } from '@/lib/lessons/progress'
import { browserProgress } from '@/lib/playground/progress'
import { sealProgress } from '@/lib/playground/seal-progress'

/** Keeps a copy of the progress in the sealed cookie. `renamed`: slugs of today by those of before. */
export function ProgressSync({ renamed }: { readonly renamed: Readonly<Record<string, string>> }) {
  useEffect(() => {
    const controller = new AbortController()
    browserProgress.merge(underNewSlugs(browserProgress.get(), renamed))
    const end = sealProgress(browserProgress, (keep) => ask(keep, controller.signal))
    return () => {
      controller.abort()
      end()
    }
  }, [renamed])
  return null
}

async function ask(keep: Progress | null, signal: AbortSignal): Promise<Progress | null> {
  const sent = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(keep) }
  try {
    const response = await fetch(withBase('/api/progress'), { signal, ...(keep === null ? {} : sent) })
    return response.ok ? progressIn(await response.json()) : null
  } catch {
    return null
  }
}
