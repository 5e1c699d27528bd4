'use client'

import { useCallback, useMemo } from 'react'
import { useLessonMemory } from '@/components/panels/lesson/lesson-memory'
import type { Steps } from '@/components/panels/lesson/steps-context'
import {
  usePlayground,
  usePlaygroundActions,
  usePlaygroundLesson,
  usePlaygroundStore,
} from '@/components/shared/context'
import { useSame } from '@/components/shared/use-same'
import type { Action } from '@/lib/engine/story/action'
import { fillInAction } from '@/lib/lessons/fill-in'
import type { Step } from '@/lib/lessons/model'
import { lineOf } from '@/lib/lessons/steps'
import { neededFirst } from '@/lib/playground/needed-first'
import { browserProgress } from '@/lib/playground/progress'
import { shownLog } from '@/lib/playground/selectors'
import { resultsOf, type StepResults } from '@/lib/playground/sent-steps'
import { symbolicCaptures } from '@/lib/playground/symbolic-captures'

/** What came of steps in the student's own story, and how they are added to it. */
export function useOwnStory(steps: readonly Step[]): StepResults & Pick<Steps, 'send' | 'neededFirst'> {
  const { act } = usePlaygroundActions()
  const { slug } = usePlaygroundLesson()
  const [{ sent }, setMemory] = useLessonMemory()
  const story = usePlayground((state) => state.story)
  const log = usePlayground(shownLog)
  const { state } = usePlaygroundStore()
  // All the text renders when these change.
  const came = useSame(useMemo(() => resultsOf(steps, sent, story, log), [steps, sent, story, log]))
  const { captures } = came
  const send = useCallback(
    (doing: readonly Step[]) => {
      const symbolic = symbolicCaptures(captures, shownLog(state.getState()))
      // Always new objects: they mark this one doing.
      const done = doing.map((step) => {
        return [
          lineOf(step),
          actionsOf(step).map((action) => ({ ...fillInAction(action, captures, symbolic) })),
        ] as const
      })
      setMemory((before) => ({ ...before, sent: new Map([...before.sent, ...done]) }))
      browserProgress.steps(slug, new Map([...sent, ...done]).size)
      act(...done.flatMap(([, actions]) => actions))
    },
    [captures, state, setMemory, slug, sent, act],
  )
  const neededBy = useCallback((doing: readonly Step[]) => neededFirst(doing, steps, captures), [steps, captures])
  return { ...came, neededFirst: neededBy, send }
}

function actionsOf(step: Step): readonly Action[] {
  switch (step.type) {
    case 'transcript':
      return [step.transcript.action]
    case 'actions':
      return step.actions
    case 'rows':
      return []
    default:
      return step satisfies never
  }
}
