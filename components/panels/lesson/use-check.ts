'use client'

import { useEffect, useRef, useState } from 'react'
import { fetchPrograms, type ProgramsSource } from '@/components/panels/lesson/fetch-programs'
import { type CheckOutcome, useLessonMemory } from '@/components/panels/lesson/lesson-memory'
import { usePlaygroundStore } from '@/components/shared/context'
import type { Failure } from '@/lib/lessons/check/failure'
import type { PlaygroundTask } from '@/lib/playground/lesson-props'
import { browserProgress } from '@/lib/playground/progress'
import { programOf } from '@/lib/playground/work'

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
export function useCheck(id: string, programs: ProgramsSource, wrong: readonly string[]): Check {
  const { lesson, state: playground } = usePlaygroundStore()
  const [checking, setChecking] = useState(false)
  const [{ outcomes }, setMemory] = useLessonMemory()
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  function conclude(outcome: CheckOutcome): void {
    setChecking(false)
    setMemory((before) => ({ ...before, outcomes: { ...before.outcomes, [id]: outcome } }))
  }

  async function run(signal: AbortSignal): Promise<void> {
    const task = lesson.tasks.find((candidate) => candidate.id === id)
    if (!task) throw new Error(`no task "${id}"`)
    const { edits } = playground.getState()
    // The checker is no part of the page until somebody wants to know.
    const { proveTask } = await import('@/lib/playground/prove-task')
    const result = await proveTask(task, programOf(lesson.start, edits), lesson.options, signal)
    if (signal.aborted || result.outcome === 'cancelled') return
    if (result.outcome === 'passed') {
      browserProgress.done(lesson.slug, id)
      conclude({ type: 'passed' })
      return
    }
    const failed = { type: 'failed', failure: result.failure, edits } as const
    conclude({ ...failed, mistake: null })
    const mistake = await nameMistake(result.failure, task, signal)
    if (mistake !== null && !signal.aborted) conclude({ ...failed, mistake })
  }

  async function nameMistake(failure: Failure, task: PlaygroundTask, signal: AbortSignal): Promise<string | null> {
    if (wrong.length === 0) return null
    try {
      const [known, { mistakeIn }] = await Promise.all([
        fetchPrograms(programs, signal),
        import('@/lib/playground/prove-task'),
      ])
      const ours = Object.fromEntries(Object.entries(known.wrong).filter(([name]) => wrong.includes(name)))
      return await mistakeIn(failure, task, ours, lesson.options, signal)
    } catch {
      // That a mistake can't be named is no reason to take the failure away.
      return null
    }
  }

  return {
    checking,
    outcome: outcomes[id] ?? null,
    check() {
      controller.current?.abort()
      const next = new AbortController()
      controller.current = next
      setChecking(true)
      run(next.signal).catch((error: unknown) => {
        if (next.signal.aborted) return
        conclude({ type: 'broken', message: error instanceof Error ? error.message : String(error) })
      })
    },
  }
}
