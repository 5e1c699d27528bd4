import type { Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'
import type { Chunks } from '@/lib/runtime/packages/chunks'

/**
 * Page to worker. A worker is told once to `run`, then any number of times to `act`. In pages, that is all; under Node,
 * where a course is checked world by world, another run may follow after a `reset`.
 */
export type ToWorker =
  | {
      readonly type: 'run'
      readonly program: Program
      readonly story: Story
      readonly options: WorldOptions
      /** The chunks that the program needs: a worker reaches no network. */
      readonly chunks: Chunks
    }
  | { readonly type: 'act'; readonly actions: Story }
  /** To a worker that nothing is asked of yet: which chunks will most likely be needed. It may make itself familiar. */
  | { readonly type: 'expect'; readonly chunks: Chunks }
  /** Clears the run away. Answered by `ready`, or by `broken` when only a fresh worker is without what it left. */
  | { readonly type: 'reset' }

/** Worker to page. */
export type FromWorker =
  /** Warm: modules are evaluated, `run` is awaited. */
  | { readonly type: 'ready' }
  /** New entries of the log, in order. Sent before student code is entered and once a frame. */
  | { readonly type: 'events'; readonly events: readonly Event[] }
  /** The story so far is done; `actions` is how many. The worker awaits the next action. */
  | { readonly type: 'idle'; readonly actions: number }
  /** The program put something else in the place of built-ins that the runtime needs, and the world cannot go on. */
  | { readonly type: 'spoilt'; readonly message: string }
  /** The runtime itself failed: a bug of ours, not the student's. */
  | { readonly type: 'broken'; readonly message: string }
