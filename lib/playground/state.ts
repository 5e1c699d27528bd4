import type { Action, VisitorId } from '@/lib/engine/story/action'
import type { ExchangeId, SourcePlace } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import type { RunStatus } from '@/lib/playground/run-status'
import type { Work } from '@/lib/playground/work'

/** What was put aside by a reset, or by putting something else in its place; swapped back by `undoReplacement`. */
export interface Replacement {
  readonly what: 'file' | 'lesson' | 'program' | 'story'
  /** The file that was reset. */
  readonly file?: string
  readonly before: Work
}

/** The raw state of a playground. Whatever follows from it is derived, see `selectors.ts`. */
export interface PlaygroundState extends Work {
  /** Actions taken back, the one to do again first. */
  readonly undone: readonly Action[]
  readonly replacement: Replacement | null
  /** Whether the browser keeps the work; `unavailable` means that a reload loses it. */
  readonly storage: 'kept' | 'unavailable'

  readonly run: RunStatus
  /** What the present run did so far. */
  readonly log: Log
  /** The last log of a program that worked, while the present one replays or does not start. */
  readonly good: Log | null
  /** The log that the last edit's replay took the place of: what changed is marked against it. */
  readonly before: Log | null

  /** Position in the log that is looked at; `null` follows the present. */
  readonly cursor: number | null
  /** The exchange that is looked at; `null` follows the newest. */
  readonly exchange: ExchangeId | null
  /** The visitor that is looked at; `null` follows the newest. */
  readonly visitor: VisitorId | null
  /** The session id that is pointed at. */
  readonly session: string | null
  /** The file in the editor. */
  readonly file: string
  /** The line to be shown in the editor; a new object each time it is asked for. */
  readonly reveal: SourcePlace | null
}
