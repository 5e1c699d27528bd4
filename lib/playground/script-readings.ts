import type { VisitorId } from '@/lib/engine/story/action'
import type { Event, EventOf } from '@/lib/engine/trace/event'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

export type ScriptReadings = OrderedMap<VisitorId, EventOf<'script-read-cookies'>>

function reduce(readings: ScriptReadings, event: Event): ScriptReadings {
  switch (event.type) {
    case 'script-read-cookies':
      return readings.with(event.visitor, event)
    case 'page-shown':
    case 'visitor-closed':
      return readings.without(event.visitor)
    default:
      return readings
  }
}

/** What a script of the page in each visitor's window read from `document.cookie` last; gone with the page. */
export const scriptReadingsProjection = new Projection<ScriptReadings>(OrderedMap.empty(), reduce)
