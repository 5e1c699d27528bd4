import type { FaultKind } from '@/lib/engine/trace/event'
import { type Faults, faultsProjection } from '@/lib/engine/trace/faults-at'
import type { Log } from '@/lib/engine/trace/log'

/** A fault at a line of the program. Lines and columns count from 1. */
export interface Problem {
  readonly fault: FaultKind
  readonly file: string
  readonly line: number
  readonly column?: number
  readonly message: string
}

const known = new WeakMap<Faults, readonly Problem[]>()

/** Every place of the program at which something went wrong in a run, each once. The same object for the same faults. */
export function problemsOf(log: Log): readonly Problem[] {
  const faults = faultsProjection.at(log, log.length)
  const before = known.get(faults)
  if (before) return before
  const problems = new Map<string, Problem>()
  for (const { fault, message, place } of faults) {
    if (place) problems.set(JSON.stringify([place, fault]), { fault, message, ...place })
  }
  const list = [...problems.values()]
  known.set(faults, list)
  return list
}
