'use client'

import { type ReactNode, useMemo } from 'react'
import { useLessonMemory } from '@/components/panels/lesson/lesson-memory'
import { type Steps, StepsProvider } from '@/components/panels/lesson/steps-context'
import { useOwnStory } from '@/components/panels/lesson/use-own-story'
import { usePlayground } from '@/components/shared/context'
import { useHydrated } from '@/components/ui/use-hydrated'
import { togetherAt } from '@/lib/lessons/check/groups'
import type { Step } from '@/lib/lessons/model'
import { accepts } from '@/lib/playground/run-status'
import { isDone } from '@/lib/playground/sent-steps'

/** Remembers which steps of the text the student did, and compares what came of them with what the text says. */
export function StorySteps({ steps, children }: { readonly steps: readonly Step[]; readonly children: ReactNode }) {
  const [{ sent }] = useLessonMemory()
  const story = usePlayground((state) => state.story)
  const accepting = usePlayground((state) => accepts(state.run))
  const ready = useHydrated() && accepting
  const { results, impossible, captures, neededFirst, send } = useOwnStory(steps)

  const value = useMemo(
    (): Steps => ({
      captures,
      neededFirst,
      send,
      ready,
      isDone: (line) => isDone(sent, line, story),
      resultOf: (line) => results.get(line) ?? null,
      whyImpossible: (line) => impossible.get(line) ?? null,
      together: (line) => togetherAt(line, steps),
    }),
    [captures, neededFirst, send, ready, sent, story, results, impossible, steps],
  )
  return <StepsProvider steps={value}>{children}</StepsProvider>
}
