import type { Action, Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'

/** Why a run will send no more events. */
export type RunEnd =
  /** The worker did not answer within its CPU bound and was terminated: the student's program never came back. */
  | { readonly type: 'unresponsive' }
  /** The browser ended the worker, most likely for its memory. */
  | { readonly type: 'crashed'; readonly message: string }
  /** A part of the runtime that the program needs could not be fetched. Running again fetches it again. */
  | { readonly type: 'unreachable'; readonly message: string }
  /** The program replaced built-ins that the runtime needs, in a way that nothing but a fresh worker undoes. */
  | { readonly type: 'spoilt'; readonly message: string }
  /** A bug of ours. */
  | { readonly type: 'broken'; readonly message: string }

export interface RunListener {
  /** New entries of the log, in order, at most once a frame. */
  onEvents(events: readonly Event[]): void
  /** Everything asked for so far is done; `actions` counts the story's actions. */
  onIdle(actions: number): void
  onEnd(end: RunEnd): void
}

/** One program under one story in a worker of its own. */
export interface Run {
  /** Does actions, the later ones beside the earlier where they carry a moment. */
  act(...actions: readonly Action[]): void
  /** Terminates the worker. Cancelled is silent: the listener hears nothing more. */
  stop(): void
}

/** Makes runs; keeps one worker warm so that the next run starts at once. One per mounted playground. */
export interface RuntimeClient {
  run(program: Program, story: Story, options: WorldOptions, listener: RunListener): Run
  /** Terminates everything. */
  dispose(): void
}
