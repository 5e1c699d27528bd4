import type { BrowserKind } from '@/lib/engine/story/action'

/** One word for what kind of browser a visitor has: messages choose their words by it. */
export function visitorKind({
  incognito,
  browser,
}: {
  readonly incognito?: boolean
  readonly browser?: BrowserKind
}): 'incognito' | BrowserKind {
  return incognito === true ? 'incognito' : (browser ?? 'today')
}
