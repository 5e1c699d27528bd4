'use client'

import { useEffect } from 'react'
import { withBase } from '@/components/ui/base-path'
import { isNothing, type Progress, progressIn, underNewSlugs } from '@/lib/lessons/progress'
import { browserProgress } from '@/lib/playground/progress'

/** How long after a change progress is sealed, in milliseconds: several changes go together. */
const SOON = 1000

/**
 * Keeps a copy of the progress in the sealed cookie, and takes over what the cookie has more. Asks the server only when
 * there is something to keep, or when this browser's own storage has nothing. Where it can't be kept, nothing is lost:
 * the browser's own storage comes first. `renamed`: slugs of today by those of before.
 */
export function ProgressSync({ renamed }: { readonly renamed: Readonly<Record<string, string>> }) {
  useEffect(() => {
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | null = null
    let sealed = ''
    const exchange = async (progress: Progress): Promise<void> => {
      const nothing = isNothing(progress)
      const text = JSON.stringify(progress)
      if (text === sealed) return
      const request: RequestInit = nothing
        ? { method: 'GET' }
        : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: text }
      const known = await ask({ ...request, signal: controller.signal })
      if (known === null) return
      browserProgress.merge(known)
      sealed = JSON.stringify(browserProgress.get())
    }
    const end = browserProgress.subscribe(() => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => void exchange(browserProgress.get()), SOON)
    })
    browserProgress.merge(underNewSlugs(browserProgress.get(), renamed))
    void exchange(browserProgress.get())
    return () => {
      controller.abort()
      if (timer !== null) clearTimeout(timer)
      end()
    }
  }, [renamed])
  return null
}

async function ask(request: RequestInit): Promise<Progress | null> {
  try {
    const response = await fetch(withBase('/api/progress'), request)
    return response.ok ? progressIn(await response.json()) : null
  } catch {
    return null
  }
}
