import type { Clock } from '@/lib/engine/clock'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import type { Browsing } from '@/lib/engine/network/browsing'
import type { Machine } from '@/lib/engine/network/machine'
import type { VisitorId } from '@/lib/engine/story/action'
import type { Recorder } from '@/lib/engine/trace/recorder'
import type { Visitor } from '@/lib/engine/visitors/visitor'

/** The world, as far as actions need it. */
export interface Stage {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly machine: Machine
  readonly browsing: Browsing
  readonly visitors: Map<VisitorId, Visitor>
  /** Runs on until a moment, whatever is complete by then. */
  runUntil(moment: number, cause: 'wait' | 'advance'): Promise<void>
  /** The next moment at which a cookie expires; `null` when none will. */
  nextExpiry(): number | null
}

/** Writes down what a visitor's jar decided without an exchange: a hand edit, a closed browser, a script's reading. */
export function recordDecisions(world: Stage, visitor: Visitor, decisions: readonly CookieDecision[]): void {
  for (const decision of decisions) {
    world.recorder.emit({ type: 'cookie', visitor: visitor.id, exchange: null, decision })
  }
}
