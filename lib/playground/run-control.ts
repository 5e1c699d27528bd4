import type { StoreApi } from 'zustand/vanilla'
import type { Action } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import { emptyLog } from '@/lib/engine/trace/log'
import { projectEarly } from '@/lib/playground/projected-early'
import { startFailure } from '@/lib/playground/start-failure'
import type { PlaygroundState } from '@/lib/playground/state'
import { programOf } from '@/lib/playground/work'
import type { Run, RunListener, RuntimeClient } from '@/lib/runtime/client'

/** How long to wait after a keystroke before the story replays, in milliseconds. */
export const EDIT_PAUSE = 250

/** Why a story runs again: only after an edit is it marked what became different. */
type Cause = 'start' | 'edit' | 'story'

/** Runs the state's program and story, and brings what happens into the state. */
export interface RunControl {
  /** Ends the present run and begins a fresh one with the state's program and story. */
  replay(cause: Cause): void
  /** `replay`, once nothing was edited for a moment. */
  replaySoon(): void
  /** Does actions that were just added to the story. */
  act(actions: readonly Action[]): void
  stop(): void
}

/** @param keep writes the work down; called before anything runs, and when it came to a good end */
export function createRunControl(
  state: StoreApi<PlaygroundState>,
  lesson: { readonly start: Program; readonly options: WorldOptions },
  client: RuntimeClient,
  keep: (running: boolean) => void,
): RunControl {
  let run: Run | null = null
  let pause: ReturnType<typeof setTimeout> | undefined

  function listener(cause: Cause): RunListener {
    return {
      onEvents(events) {
        const { log: before, good } = state.getState()
        const log = before.append(events)
        state.setState({ log })
        if (good !== null) projectEarly(log)
      },
      onIdle(actions) {
        const { story, run, log, good } = state.getState()
        if (actions < story.length) return
        keep(false)
        const replayed = run.phase === 'starting' || run.phase === 'replaying'
        if (!replayed || startFailure(log)) state.setState({ run: { phase: 'idle' } })
        else state.setState({ run: { phase: 'idle' }, good: null, before: cause === 'edit' ? good : null })
      },
      onEnd(end) {
        state.setState({ run: { phase: 'ended', end } })
      },
    }
  }

  function replay(cause: Cause): void {
    clearTimeout(pause)
    pause = undefined
    run?.stop()
    const before = state.getState()
    state.setState({
      run: { phase: before.log.length === 0 ? 'starting' : 'replaying' },
      log: emptyLog(),
      good: before.good ?? lastGood(before),
      before: null,
      cursor: null,
      exchange: null,
    })
    keep(true)
    run = client.run(programOf(lesson.start, before.edits), before.story, lesson.options, listener(cause))
  }

  return {
    replay,
    replaySoon() {
      clearTimeout(pause)
      pause = setTimeout(() => replay('edit'), EDIT_PAUSE)
    },
    act(actions) {
      if (pause !== undefined || !run) {
        replay('edit')
        return
      }
      // It begins beside the action before it, which is over by now: only the whole story can show that.
      if (actions[0]?.at !== undefined) {
        replay('story')
        return
      }
      const { run: status, good } = state.getState()
      // A person who acts wants to see what the present program does, even one that does not start.
      // Who acts while the page still opens does something new; what comes now is no longer only what was kept.
      const isNew = status.phase === 'idle' || status.phase === 'starting'
      if (isNew) state.setState({ run: { phase: 'busy' }, ...(good === null ? {} : { good: null }) })
      state.setState({ before: null, cursor: null, exchange: null })
      keep(true)
      run.act(...actions)
    },
    stop() {
      clearTimeout(pause)
      pause = undefined
      run?.stop()
      run = null
    },
  }
}

/** The present log, if its program came to serve and did not come to grief. */
function lastGood({ run, log }: PlaygroundState): PlaygroundState['log'] | null {
  const worked = (run.phase === 'idle' || run.phase === 'busy') && startFailure(log) === null
  return worked && log.length > 0 ? log : null
}
