'use client'

import { createContext, type ReactNode, use, useRef } from 'react'
import { useStore } from 'zustand'
import type { Projection } from '@/lib/engine/trace/projection'
import type { PlaygroundActions } from '@/lib/playground/actions'
import type { PlaygroundLesson } from '@/lib/playground/lesson-props'
import { isSame } from '@/lib/playground/same'
import { shownCursor, shownLog } from '@/lib/playground/selectors'
import type { PlaygroundState } from '@/lib/playground/state'
import type { PlaygroundStore } from '@/lib/playground/store'

const PlaygroundContext = createContext<PlaygroundStore | null>(null)

export function PlaygroundProvider({ store, children }: { store: PlaygroundStore; children: ReactNode }) {
  return <PlaygroundContext value={store}>{children}</PlaygroundContext>
}

/** Part of the playground's state. `selector` must give the same value for the same state: nothing newly made. */
export function usePlayground<T>(selector: (state: PlaygroundState) => T): T {
  return useStore(usePlaygroundStore().state, selector)
}

/** What can be done; the same object as long as the playground is mounted. */
export function usePlaygroundActions(): PlaygroundActions {
  return usePlaygroundStore().actions
}

export function usePlaygroundLesson(): PlaygroundLesson {
  return usePlaygroundStore().lesson
}

/** The playground itself, for what is not rendered from its state. */
export function usePlaygroundStore(): PlaygroundStore {
  const store = use(PlaygroundContext)
  if (!store) throw new Error('a part of the playground was rendered outside of it')
  return store
}

/** What a projection says at the cursor of the log that is shown. */
export function useProjection<State>(projection: Projection<State>): State {
  return usePlayground((state) => projection.at(shownLog(state), shownCursor(state)))
}

/**
 * Part of what a projection says, or what follows from it. As long as that says the same it is the same object, also
 * after a replay, and nothing renders again.
 */
export function usePart<State, Part>(projection: Projection<State>, select: (state: State) => Part): Part {
  const latest = useRef<{ readonly part: Part } | null>(null)
  let known: { readonly state: State; readonly part: Part } | null = null
  return usePlayground((playground) => {
    const state = projection.at(shownLog(playground), shownCursor(playground))
    if (known?.state === state) return known.part
    const next = select(state)
    const part = latest.current && isSame(latest.current.part, next) ? latest.current.part : next
    latest.current = { part }
    known = { state, part }
    return part
  })
}

/** What a projection said at the end of the log that the last edit's replay took the place of; `null` without one. */
export function useEarlier<State>(projection: Projection<State>): State | null {
  return usePlayground(({ before }) => (before === null ? null : projection.at(before, before.length)))
}
