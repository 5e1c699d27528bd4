import type { Event, ExchangeId, FaultKind } from '@/lib/engine/trace/event'

/** How much of a log real Node can be asked about, and what comes then that it can't. */
export interface Comparable {
  /** Position in the log of the first thing that can't be compared, nor anything after it. */
  readonly until: number
  /** `null` when all can be. */
  readonly because: string | null
}

/** A world ends a program that would do these; real Node lets it, until the machine gives in. */
const OURS: readonly FaultKind[] = [
  'endless-loop',
  'endless-recursion',
  'too-many-callbacks',
  'too-many-writes',
  'out-of-memory',
  'response-too-large',
  'unresponsive',
]

/** Finds the place in a log from which on a world's way is one of several that real Node may go. */
export function comparable(log: readonly Event[]): Comparable {
  const underWay = new Map<ExchangeId, { readonly at: number; readonly seq: number }>()
  for (const event of log) {
    switch (event.type) {
      case 'request-sent': {
        const beside = [...underWay.values()].find(({ at }) => at === event.at)
        if (beside && event.redirectOf === undefined) {
          return {
            until: beside.seq,
            because: 'requests at the same moment: which is served first is a matter of luck',
          }
        }
        underWay.set(event.exchange, event)
        break
      }
      case 'response-ended':
      case 'exchange-failed':
        underWay.delete(event.exchange)
        break
      case 'file-written':
        if (event.cut > 0 && (event.process === null || event.torn)) {
          return { until: event.seq, because: `${event.path} is longer than the log can tell` }
        }
        break
      case 'fault':
        if (OURS.includes(event.fault)) {
          const since = event.exchange === null ? undefined : underWay.get(event.exchange)?.seq
          return { until: since ?? event.seq, because: `${event.fault}: only a world ends the program for it` }
        }
        break
    }
  }
  return { until: log.length, because: null }
}
