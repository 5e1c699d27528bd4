import type { Action } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'

/** A world whose program has been started, in which one thing after another can be done. */
export interface OpenWorld {
  /** Everything logged so far, from `world-started` on. */
  readonly log: readonly Event[]
  /**
   * Does actions in order; those with a moment (`at`) overlap the one before. Resolves with what was logged meanwhile.
   * Whatever the student's program does is an event, also when its worker never comes back (`fault`, `unresponsive`).
   * Rejects only when the runtime itself fails.
   */
  act(...actions: Action[]): Promise<readonly Event[]>
  end(): Promise<void> | void
}

/** Opens a world for a program: a worker in the page, a worker thread under Node, a function in tests. */
export type WorldRunner = (program: Program, options: WorldOptions) => Promise<OpenWorld>
