import type { Action, Story, VisitorId } from '@/lib/engine/story/action'

/**
 * The same actions, with a `new-visitor` before them for whoever acts without having been opened. Lessons name visitors
 * without ceremony: `http visitor=alice` is enough.
 * @param story what was done before
 */
export function withVisitors(actions: readonly Action[], story: Story): readonly Action[] {
  const open = new Set(visitorsAfter(story))
  const known = new Set(story.flatMap(visitorsIn))
  const missing: Action[] = []
  for (const action of actions) {
    for (const visitor of visitorsNeededBy(action)) {
      if (needsNoWindow(action) ? known.has(visitor) : open.has(visitor)) continue
      missing.push({ type: 'new-visitor', visitor })
      open.add(visitor)
      known.add(visitor)
    }
    for (const visitor of visitorsIn(action)) {
      open.add(visitor)
      known.add(visitor)
    }
  }
  return [...missing, ...actions]
}

/** The visitors that are there once a story is done. */
export function visitorsAfter(story: Story): ReadonlySet<VisitorId> {
  const there = new Set<VisitorId>()
  for (const action of story) {
    if (action.type === 'new-visitor' || action.type === 'clone-visitor') there.add(action.visitor)
    if (action.type === 'close-visitor') there.delete(action.visitor)
  }
  return there
}

function visitorsIn(action: Action): readonly VisitorId[] {
  if (!('visitor' in action)) return []
  return 'of' in action ? [action.visitor, action.of] : [action.visitor]
}

/** Whom an action takes to be there; a browser that isn't can't be closed, and need not be opened for that. */
function visitorsNeededBy(action: Action): readonly VisitorId[] {
  switch (action.type) {
    case 'new-visitor':
    case 'close-visitor':
      return []
    case 'clone-visitor':
      return [action.of]
    default:
      return visitorsIn(action)
  }
}

/** A jar can be worked on, and copied from, while its browser is closed. */
function needsNoWindow({ type }: Action): boolean {
  switch (type) {
    case 'edit-cookie':
    case 'add-cookie':
    case 'delete-cookie':
    case 'copy-cookie':
    case 'tamper-cookie':
    case 'clone-visitor':
      return true
    default:
      return false
  }
}
