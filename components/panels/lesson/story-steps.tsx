'use client'

import { type ReactNode, useMemo } from 'react'
import { useLessonMemory } from '@/components/panels/lesson/lesson-memory'
import { type Steps, StepsProvider } from '@/components/panels/lesson/steps-context'
import { usePlayground, usePlaygroundActions, usePlaygroundLesson } from '@/components/shared/context'
import type { Action } from '@/lib/engine/story/action'
import { togetherAt } from '@/lib/lessons/check/groups'
import { fillInAction } from '@/lib/lessons/fill-in'
import type { Step } from '@/lib/lessons/model'
import { lineOf } from '@/lib/lessons/steps'
import { browserProgress } from '@/lib/playground/progress'
import { accepts } from '@/lib/playground/run-status'
import { shownLog } from '@/lib/playground/selectors'
import { isDone, resultsOf } from '@/lib/playground/sent-steps'

/** Remembers which steps of the text the student did, and compares what came of them with what the text says. */
export function StorySteps({ steps, children }: { readonly steps: readonly Step[]; readonly children: ReactNode }) {
  const { act } = usePlaygroundActions()
  const { slug } = usePlaygroundLesson()
  const [{ sent }, setMemory] = useLessonMemory()
  const story = usePlayground((state) => state.story)
  const log = usePlayground(shownLog)
  const ready = usePlayground((state) => accepts(state.run))
  const { results, captures } = useMemo(() => resultsOf(steps, sent, story, log), [steps, sent, story, log])

  const value: Steps = {
    ready,
    captures,
    isDone: (line) => isDone(sent, line, story),
    resultOf: (line) => results.get(line) ?? null,
    together: (line) => togetherAt(line, steps),
    send(steps) {
      // Always new objects: they mark this one doing.
      const done = steps.map((step) => {
        return [lineOf(step), actionsOf(step).map((action) => ({ ...fillInAction(action, captures) }))] as const
      })
      setMemory((before) => ({ ...before, sent: new Map([...before.sent, ...done]) }))
      browserProgress.steps(slug, new Map([...sent, ...done]).size)
      act(...done.flatMap(([, actions]) => actions))
    },
  }
  return <StepsProvider steps={value}>{children}</StepsProvider>
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
