'use client'

import { type ReactNode, useMemo } from 'react'
import { type Steps, StepsProvider, useSteps } from '@/components/panels/lesson/steps-context'
import type { CheckState } from '@/components/panels/lesson/use-check'
import type { Step } from '@/lib/lessons/model'
import { resultsOfCheck, type StepResult } from '@/lib/playground/sent-steps'

interface CheckedStepsProps {
  readonly proof: readonly Step[]
  readonly check: CheckState
  readonly children: ReactNode
}

const NOTHING: ReadonlyMap<number, StepResult> = new Map()

/** The steps of a task: what is known of them is what the check found out. */
export function CheckedSteps({ proof, check, children }: CheckedStepsProps) {
  const outer = useSteps()
  const results = useMemo(() => {
    if (check.type === 'passed') return resultsOfCheck(proof, null, [])
    if (check.type === 'failed') return resultsOfCheck(proof, check.failure.step, check.failure.mismatches)
    return NOTHING
  }, [proof, check])
  const steps: Steps = { ...outer, isDone: () => false, resultOf: (line) => results.get(line) ?? null }
  return <StepsProvider steps={steps}>{children}</StepsProvider>
}
