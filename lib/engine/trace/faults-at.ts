import type { Event, EventOf } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { Vector } from '@/lib/engine/trace/persistent/vector'
import { Projection } from '@/lib/engine/trace/projection'

export type Faults = Vector<EventOf<'fault'>>

function reduce(faults: Faults, event: Event): Faults {
  return event.type === 'fault' ? faults.push(event) : faults
}

export const faultsProjection = new Projection<Faults>(Vector.empty(), reduce)

/** What went wrong in the programs so far, in order, of all processes. */
export function faultsAt(log: Log, cursor: number): Faults {
  return faultsProjection.at(log, cursor)
}
