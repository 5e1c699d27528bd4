'use client'

import { type ReactNode, useMemo } from 'react'
import type { CheckOutcome } from '@/components/panels/lesson/lesson-memory'
import { type Steps, StepsProvider, useSteps } from '@/components/panels/lesson/steps-context'
import { useOwnStory } from '@/components/panels/lesson/use-own-story'
import { togetherAt } from '@/lib/lessons/check/groups'
import type { Captures } from '@/lib/lessons/check/match-pattern'
import type { Step } from '@/lib/lessons/model'
import { resultsOfCheck, type StepResult } from '@/lib/playground/sent-steps'

interface CheckedStepsProps {
  readonly proof: readonly Step[]
  readonly outcome: CheckOutcome | null
  readonly children: ReactNode
}

const NO_CAPTURES: Captures = new Map()
const NOTHING: ReadonlyMap<number, StepResult> = new Map()

/** The steps of a task: what is known of them is what the check found out. */
export function CheckedSteps({ proof, outcome, children }: CheckedStepsProps) {
  const outer = useSteps()
  // What is sent from here goes into the student's own story, and means what this task's other requests brought there.
  const { send, neededFirst, impossible } = useOwnStory(proof)
  const results = useMemo(() => {
    if (outcome?.type === 'passed') return resultsOfCheck(proof, null, [])
    if (outcome?.type === 'failed') return resultsOfCheck(proof, outcome.failure.step, outcome.failure.mismatches)
    return NOTHING
  }, [proof, outcome])
  // A check has a world of its own: none of its names stands for anything in the student's.
  const steps = useMemo(
    (): Steps => ({
      ...outer,
      send,
      neededFirst,
      captures: NO_CAPTURES,
      isDone: () => false,
      resultOf: (line) => results.get(line) ?? null,
      whyImpossible: (line) => impossible.get(line) ?? null,
      together: (line) => togetherAt(line, proof),
    }),
    [outer, send, neededFirst, results, impossible, proof],
  )
  return <StepsProvider steps={steps}>{children}</StepsProvider>
}
