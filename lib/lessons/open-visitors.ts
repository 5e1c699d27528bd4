import type { Action, VisitorId } from '@/lib/engine/story/action'

/**
 * The same actions, with a `new-visitor` for whoever acts without having been opened. Lessons name visitors
 * without ceremony: `http visitor=alice` is enough.
 * @param open the visitors that are there already
 */
export function withVisitors(actions: readonly Action[], open: ReadonlySet<VisitorId>): readonly Action[] {
  const known = new Set(open)
  const missing: Action[] = []
  for (const action of actions) {
    if (!('visitor' in action)) continue
    if (action.type !== 'new-visitor' && !known.has(action.visitor)) {
      missing.push({ type: 'new-visitor', visitor: action.visitor })
    }
    known.add(action.visitor)
  }
  return [...missing, ...actions]
}

/** The visitors that are there once a story is done. */
export function visitorsAfter(
  story: readonly Action[],
  open: ReadonlySet<VisitorId> = new Set(),
): ReadonlySet<VisitorId> {
  const there = new Set(open)
  for (const action of story) {
    if (action.type === 'new-visitor') there.add(action.visitor)
    if (action.type === 'close-visitor') there.delete(action.visitor)
  }
  return there
}
