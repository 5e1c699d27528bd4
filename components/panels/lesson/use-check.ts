'use client'

import { useLocale } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { fetchPrograms } from '@/components/panels/lesson/fetch-programs'
import { usePlaygroundStore } from '@/components/playground/context'
import { lessonPath } from '@/lib/i18n/routing'
import type { Failure } from '@/lib/lessons/check/failure'
import { browserProgress } from '@/lib/playground/progress'
import { programOf, type Work } from '@/lib/playground/work'

export type CheckState =
  | { readonly type: 'unchecked' }
  | { readonly type: 'checking' }
  | { readonly type: 'passed' }
  | {
      readonly type: 'failed'
      readonly failure: Failure
      /** The wrong program that fails in the same way; found out after the failure is shown. */
      readonly mistake: string | null
      /** The edits that failed. */
      readonly edits: Work['edits']
    }
  /** A mistake of ours. */
  | { readonly type: 'broken'; readonly message: string }

/**
 * Checks a task against what is in the editor now. A check that is begun anew, or whose task is left, is cancelled.
 * @param wrong names of the wrong programs that the task has a message for
 */
export function useCheck(id: string, wrong: readonly string[]): { state: CheckState; check: () => void } {
  const { lesson, state: playground } = usePlaygroundStore()
  const path = lessonPath(useLocale(), lesson.slug)
  const [state, setState] = useState<CheckState>({ type: 'unchecked' })
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  async function run(signal: AbortSignal): Promise<void> {
    const task = lesson.tasks.find((candidate) => candidate.id === id)
    if (!task) throw new Error(`no task "${id}"`)
    const { edits } = playground.getState()
    // The checker is no part of the page until somebody wants to know.
    const { mistakeIn, proveTask } = await import('@/lib/playground/prove-task')
    const result = await proveTask(task, programOf(lesson.start, edits), lesson.options, signal)
    if (signal.aborted || result.outcome === 'cancelled') return
    if (result.outcome === 'passed') {
      browserProgress.done(lesson.slug, id)
      setState({ type: 'passed' })
      return
    }
    const failed = { type: 'failed', failure: result.failure, mistake: null, edits } as const
    setState(failed)
    if (wrong.length === 0) return
    const programs = await fetchPrograms(path, signal)
    const ours = Object.fromEntries(Object.entries(programs.wrong).filter(([name]) => wrong.includes(name)))
    const mistake = await mistakeIn(result.failure, task, ours, lesson.options, signal)
    if (!signal.aborted) setState({ ...failed, mistake })
  }

  return {
    state,
    check() {
      controller.current?.abort()
      const next = new AbortController()
      controller.current = next
      const { signal } = next
      setState({ type: 'checking' })
      run(signal).catch((error: unknown) => {
        if (signal.aborted) return
        const message = error instanceof Error ? error.message : String(error)
        // What is known already stays: that a mistake can't be named is no reason to take the failure away.
        setState((before) => (before.type === 'failed' ? before : { type: 'broken', message }))
      })
    },
  }
}
