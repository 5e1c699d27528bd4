import type { Event, Impossible } from '@/lib/engine/trace/event'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

/** By the position of an action in the story, why it could not be done. */
export type ImpossibleActions = OrderedMap<number, Impossible>

function reduce(actions: ImpossibleActions, event: Event): ImpossibleActions {
  return event.type === 'action-ended' && event.outcome === 'impossible' && event.action !== null
    ? actions.with(event.action, event.reason)
    : actions
}

/** The actions so far that came to nothing. */
export const impossibleProjection = new Projection<ImpossibleActions>(OrderedMap.empty(), reduce)
