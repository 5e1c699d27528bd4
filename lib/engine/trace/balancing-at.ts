import type { Balancing } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { Projection } from '@/lib/engine/trace/projection'

function reduce(by: Balancing, event: Event): Balancing {
  return event.type === 'balancing' ? event.by : by
}

/** How requests are shared out among servers; a world that says nothing does it in turn. */
export const balancingProjection = new Projection<Balancing>('round-robin', reduce)
