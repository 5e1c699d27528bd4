import type { BrowserKind, VisitorId } from '@/lib/engine/story/action'
import type { Event, EventOf, ExchangeId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

/** A page in a visitor's window, and through `previous` the history under it. */
export interface Page {
  readonly url: string
  /** The exchange whose answer, or failure, it shows. */
  readonly exchange: ExchangeId
  /** Where the back button leads; `null`: nowhere. */
  readonly previous: Page | null
}

export interface VisitorState {
  readonly visitor: VisitorId
  /** Whether the browser is open. */
  readonly open: boolean
  /** Closing it forgets everything; reopened it is another one. */
  readonly incognito: boolean
  readonly browser: BrowserKind
  /** `null` when nothing was visited since it was opened. */
  readonly page: Page | null
}

export type Visitors = OrderedMap<VisitorId, VisitorState>

function reduce(visitors: Visitors, event: Event): Visitors {
  switch (event.type) {
    case 'visitor-opened': {
      const { visitor, incognito = false, browser = 'today' } = event
      return visitors.with(visitor, { visitor, open: true, incognito, browser, page: null })
    }
    case 'visitor-closed': {
      const visitor = visitors.get(event.visitor)
      return visitor ? visitors.with(visitor.visitor, { ...visitor, open: false, page: null }) : visitors
    }
    case 'page-shown': {
      const visitor = visitors.get(event.visitor)
      return visitor ? visitors.with(visitor.visitor, { ...visitor, page: shown(visitor.page, event) }) : visitors
    }
    default:
      return visitors
  }
}

function shown(page: Page | null, { url, exchange, history }: EventOf<'page-shown'>): Page {
  switch (history) {
    case 'push':
      return { url, exchange, previous: page }
    case 'replace':
      return { url, exchange, previous: page?.previous ?? null }
    case 'back':
      return { url, exchange, previous: page?.previous?.previous ?? null }
    default:
      return history satisfies never
  }
}

export const visitorsProjection = new Projection<Visitors>(OrderedMap.empty(), reduce)

/** Every visitor so far, in the order of their first coming, also those that closed their browser. */
export function visitorsAt(log: Log, cursor: number): Visitors {
  return visitorsProjection.at(log, cursor)
}

/** Whether the back button does anything. */
export function canGoBack({ page }: VisitorState): boolean {
  return page !== null && page.previous !== null
}
