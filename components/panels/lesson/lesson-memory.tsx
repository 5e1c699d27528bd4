'use client'

import { createContext, type Dispatch, type ReactNode, type SetStateAction, use, useState } from 'react'
import type { Failure } from '@/lib/lessons/check/failure'
import type { SentSteps } from '@/lib/playground/sent-steps'
import type { Work } from '@/lib/playground/work'

/** What the last check of a task found out. */
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

/** What a student did with a lesson's text since the page was opened. */
export interface LessonMemory {
  readonly sent: SentSteps
  /** By task. */
  readonly outcomes: Readonly<Record<string, CheckOutcome>>
  /** How many hints are shown, by task. */
  readonly hints: Readonly<Record<string, number>>
  /** The choice whose answer was looked at, by question. */
  readonly guesses: Readonly<Record<string, string>>
}

const NOTHING: LessonMemory = { sent: new Map(), outcomes: {}, hints: {}, guesses: {} }

type State = readonly [LessonMemory, Dispatch<SetStateAction<LessonMemory>>]

const MemoryContext = createContext<State | null>(null)

/** Stands outside of the panels, so that a text that moves from one layout to the other keeps what was done with it. */
export function LessonMemoryProvider({ children }: { readonly children: ReactNode }) {
  return <MemoryContext value={useState(NOTHING)}>{children}</MemoryContext>
}

export function useLessonMemory(): State {
  const state = use(MemoryContext)
  if (!state) throw new Error('a text was rendered outside of a lesson')
  return state
}
