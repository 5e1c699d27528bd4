'use client'

import { useEffect, useRef, useState } from 'react'
import { fetchPrograms } from '@/components/panels/lesson/fetch-programs'
import { usePlaygroundStore } from '@/components/shared/context'
import type { Failure } from '@/lib/lessons/check/failure'
import { browserProgress } from '@/lib/playground/progress'
import { programOf, type Work } from '@/lib/playground/work'

/** What the last check found out. */
export type CheckOutcome =
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

interface Check {
  readonly checking: boolean
  /** Stays until the next check has one; `null` before the first. */
  readonly outcome: CheckOutcome | null
  /** Checks what is in the editor now. A check that is under way is cancelled, also when its task goes. */
  readonly check: () => void
}

/**
 * The check of a task.
 * @param programs where the lesson's other programs are
 * @param wrong names of the wrong programs that the task has a message for
 */
export function useCheck(id: string, programs: string, wrong: readonly string[]): Check {
  const { lesson, state: playground } = usePlaygroundStore()
  const [checking, setChecking] = useState(false)
  const [outcome, setOutcome] = useState<CheckOutcome | null>(null)
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  function conclude(next: CheckOutcome): void {
    setChecking(false)
    setOutcome(next)
  }

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
      conclude({ type: 'passed' })
      return
    }
    const failed = { type: 'failed', failure: result.failure, mistake: null, edits } as const
    conclude(failed)
    if (wrong.length === 0) return
    const known = (await fetchPrograms(programs, signal)).wrong
    const ours = Object.fromEntries(Object.entries(known).filter(([name]) => wrong.includes(name)))
    const mistake = await mistakeIn(result.failure, task, ours, lesson.options, signal)
    if (!signal.aborted) setOutcome({ ...failed, mistake })
  }

  return {
    checking,
    outcome,
    check() {
      controller.current?.abort()
      const next = new AbortController()
      controller.current = next
      setChecking(true)
      run(next.signal).catch((error: unknown) => {
        if (next.signal.aborted) return
        setChecking(false)
        const message = error instanceof Error ? error.message : String(error)
        // What is known already stays: that a mistake can't be named is no reason to take the failure away.
        setOutcome((before) => (before?.type === 'failed' ? before : { type: 'broken', message }))
      })
    },
  }
}
