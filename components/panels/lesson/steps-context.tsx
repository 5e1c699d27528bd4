'use client'

import { createContext, type ReactNode, use } from 'react'
import type { Impossible } from '@/lib/engine/trace/event'
import type { Captures } from '@/lib/lessons/check/match-pattern'
import type { Step, Transcript } from '@/lib/lessons/model'
import type { StepResult } from '@/lib/playground/sent-steps'

/** What is known of the steps of a text, and how they are done. Steps are told apart by their line. */
export interface Steps {
  /** Whether anything can be done at present. */
  readonly ready: boolean
  /** What the names in braces stand for in the student's world. */
  readonly captures: Captures
  isDone(line: number): boolean
  resultOf(line: number): StepResult | null
  /** Why what the student did last at this line could not be done; `null`: it could, or nothing was done. */
  whyImpossible(line: number): Impossible | null
  /** The steps that are done at once when the one at this line is, since their requests overlap; the first has the button. */
  together(line: number): readonly Step[]
  /** The request that must be sent before these steps can be, as they send what it brings; `null`: they can be sent. */
  neededFirst(steps: readonly Step[]): Transcript | null
  /** Adds steps to the student's story. */
  send(steps: readonly Step[]): void
}

const StepsContext = createContext<Steps | null>(null)

export function StepsProvider({ steps, children }: { readonly steps: Steps; readonly children: ReactNode }) {
  return <StepsContext value={steps}>{children}</StepsContext>
}

export function useSteps(): Steps {
  const steps = use(StepsContext)
  if (!steps) throw new Error('a step was rendered outside of a lesson')
  return steps
}
