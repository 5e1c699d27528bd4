import type { PreviewBounds } from '@/lib/engine/sessions/bounds'
import { type IsProxy, isObject } from '@/lib/engine/sessions/container'
import { eachEntry } from '@/lib/engine/sessions/entries'
import { itemAt } from '@/lib/engine/sessions/intrinsics'
import type { Preview } from '@/lib/engine/sessions/preview'
import { primitivePreview } from '@/lib/engine/sessions/primitive'
import { samePreview } from '@/lib/engine/sessions/same-preview'
import { openContainer, type Path } from '@/lib/engine/sessions/snapshot'

/**
 * Whether a value still looks as it did: `samePreview(preview(value, …), shown)`, without taking a new preview and
 * without keeping anything of the value. Stops at the first difference. Runs no student code.
 */
export function stillShows(shown: Preview, value: unknown, bounds: PreviewBounds, isProxy: IsProxy): boolean {
  return stillShowsAt(shown, value, bounds, isProxy, bounds.depth, null)
}

function stillShowsAt(
  shown: Preview,
  value: unknown,
  bounds: PreviewBounds,
  isProxy: IsProxy,
  depth: number,
  above: Path | null,
): boolean {
  if (!isObject(value)) return samePreview(shown, primitivePreview(value, bounds.stringLength))
  const container = openContainer(value, isProxy, depth, above)
  if (typeof container === 'string') return shown.type === 'opaque' && shown.text === container
  if (shown.type !== 'object' && shown.type !== 'array' && shown.type !== 'map') return false
  if (shown.type !== container.type) return false
  const path: Path = { object: value, above }
  let position = 0
  let same = true
  const more = eachEntry(container, bounds.entries, (key, value, getter) => {
    const entry = itemAt(shown.entries, position++)
    same =
      entry !== undefined &&
      entry[0] === key &&
      (getter === null
        ? stillShowsAt(entry[1], value, bounds, isProxy, depth - 1, path)
        : entry[1].type === 'opaque' && entry[1].text === getter)
    return same
  })
  return same && position === shown.entries.length && more === shown.more
}
