import type { RunEnd } from '@/lib/runtime/client'

/** How the present run is doing. */
export type RunStatus =
  /** The program starts for the first time on this page, and does what the kept story says. */
  | { readonly phase: 'starting' }
  /** The story runs again, against another program or with other actions. */
  | { readonly phase: 'replaying' }
  /** An action is under way. */
  | { readonly phase: 'busy' }
  /** Everything asked for is done. */
  | { readonly phase: 'idle' }
  /** Nothing will run until a person says so. */
  | { readonly phase: 'ended'; readonly end: RunEnd | Interrupted }

/** The page went away while the story was running: most likely the program took the tab with it. */
export interface Interrupted {
  readonly type: 'interrupted'
}

/** Whether a person's actions are taken. */
export function accepts(status: RunStatus): boolean {
  return status.phase !== 'ended'
}
