'use client'

import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { usePlayground, usePlaygroundActions } from '@/components/playground/context'
import type { Action } from '@/lib/engine/story/action'
import { fillInAction } from '@/lib/lessons/fill-in'
import type { Step, Transcript } from '@/lib/lessons/model'
import { accepts } from '@/lib/playground/run-status'
import { shownLog } from '@/lib/playground/selectors'
import { resultsOf, type StepResult } from '@/lib/playground/sent-steps'

interface Sent {
  /** Whether anything can be done at present. */
  readonly ready: boolean
  /** Whether the text's request is in the student's story. */
  isSent(line: number): boolean
  resultOf(line: number): StepResult | null
  send(transcript: Transcript): void
}

const SentContext = createContext<Sent | null>(null)

/** Remembers which requests of a text the student sent, and compares what came of them with what the text says. */
export function SentProvider({ steps, children }: { readonly steps: readonly Step[]; readonly children: ReactNode }) {
  const { act } = usePlaygroundActions()
  const [sent, setSent] = useState<ReadonlyMap<number, Action>>(new Map())
  const story = usePlayground((state) => state.story)
  const log = usePlayground(shownLog)
  const ready = usePlayground((state) => accepts(state.run))
  const { results, captures } = useMemo(() => resultsOf(steps, sent, story, log), [steps, sent, story, log])

  const value: Sent = {
    ready,
    isSent: (line) => {
      const action = sent.get(line)
      return action !== undefined && story.includes(action)
    },
    resultOf: (line) => results.get(line) ?? null,
    send({ line, action }) {
      // Always a new object: it marks this one sending.
      const filled = { ...fillInAction(action, captures) }
      setSent((before) => new Map(before).set(line, filled))
      act(filled)
    },
  }
  return <SentContext value={value}>{children}</SentContext>
}

export function useSent(): Sent {
  const sent = use(SentContext)
  if (!sent) throw new Error('a transcript was rendered outside of a lesson')
  return sent
}
