'use client'

import { useState } from 'react'
import type { Diagnostic } from '@/lib/lessons/diagnostic'
import type { FileMap } from '@/lib/lessons/parse/files'
import { parseLesson } from '@/lib/lessons/parse/lesson'

interface Checked {
  /** Runs the whole lesson in both languages; what it found, or `null` when the check itself failed. */
  readonly run: () => Promise<readonly Diagnostic[] | null>
  readonly checking: boolean
  /** What the last run found of these very files; nothing once they are others. */
  readonly found: readonly Diagnostic[]
}

const NOTHING: readonly Diagnostic[] = []

/** The lesson's whole check, in workers of this browser: transcripts, tasks, solutions and typical mistakes. */
export function useChecked(folder: string, files: FileMap): Checked {
  const [checking, setChecking] = useState(false)
  const [last, setLast] = useState<{ readonly files: FileMap; readonly found: readonly Diagnostic[] } | null>(null)

  async function run(): Promise<readonly Diagnostic[] | null> {
    const { lessons, diagnostics } = parseLesson(folder, files)
    if (diagnostics.length > 0) return diagnostics
    setChecking(true)
    try {
      const { checkInBrowser } = await import('@/lib/playground/check-in-browser')
      const found = await checkInBrowser(folder, Object.values(lessons))
      setLast({ files, found })
      return found
    } catch (error) {
      console.error(error)
      return null
    } finally {
      setChecking(false)
    }
  }

  return { run, checking, found: last?.files === files ? last.found : NOTHING }
}
