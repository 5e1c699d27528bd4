import { createStore, type StoreApi } from 'zustand/vanilla'
import { emptyLog } from '@/lib/engine/trace/log'
import type { PlaygroundActions } from '@/lib/playground/actions'
import { createActions } from '@/lib/playground/create-actions'
import type { PlaygroundLesson } from '@/lib/playground/lesson-props'
import type { WorkStorage } from '@/lib/playground/persistence'
import { createRunControl, type RunControl } from '@/lib/playground/run-control'
import type { PlaygroundState } from '@/lib/playground/state'
import { NO_WORK } from '@/lib/playground/work'
import type { RuntimeClient } from '@/lib/runtime/client'

/** A playground: raw state, and what can be done to it. One per mounted lesson. */
export interface PlaygroundStore {
  readonly lesson: PlaygroundLesson
  readonly state: StoreApi<PlaygroundState>
  readonly actions: PlaygroundActions
  /**
   * Takes up the kept work and starts the program. Returns what ends it all again; may be called anew
   * afterwards, as React does in development.
   */
  mount(): () => void
  /** The page goes in good order, which is no crash: what is running may run again on return. */
  leave(): void
}

export interface PlaygroundParts {
  readonly lesson: PlaygroundLesson
  /** Made when the playground is mounted: a server that renders the page makes none. */
  readonly client: () => RuntimeClient
  readonly storage: WorkStorage
}

/** A playground that is not running yet: `mount` sets it going. */
export function createPlaygroundStore({ lesson, client, storage }: PlaygroundParts): PlaygroundStore {
  const state = createStore<PlaygroundState>(() => initialState(lesson))
  let control: RunControl | null = null

  function keep(running: boolean): void {
    const { edits, story, storage: before } = state.getState()
    const now = storage.save({ work: { edits, story }, running }) ? 'kept' : 'unavailable'
    if (now !== before) state.setState({ storage: now })
  }

  function leave(): void {
    const { phase } = state.getState().run
    if (control && phase !== 'ended' && phase !== 'idle') keep(false)
  }

  return {
    lesson,
    state,
    leave,
    actions: createActions({ lesson, state, keep, control: () => control }),
    mount() {
      const kept = storage.load()
      const running = client()
      control = createRunControl(state, lesson, running, keep)
      state.setState({ ...initialState(lesson), ...kept.work })
      if (kept.running) state.setState({ run: { phase: 'ended', end: { type: 'interrupted' } } })
      else control.replay('start')
      return () => {
        leave()
        control?.stop()
        control = null
        running.dispose()
      }
    },
  }
}

function initialState(lesson: PlaygroundLesson): PlaygroundState {
  return {
    ...NO_WORK,
    undone: [],
    replacement: null,
    storage: 'kept',
    run: { phase: 'starting' },
    log: emptyLog(),
    good: null,
    before: null,
    cursor: null,
    exchange: null,
    visitor: null,
    session: null,
    file: lesson.start.entry,
    reveal: null,
  }
}
