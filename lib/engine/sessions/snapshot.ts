import type { PreviewBounds } from '@/lib/engine/sessions/bounds'
import { type Container, containerOf, type IsProxy, isObject } from '@/lib/engine/sessions/container'
import { eachEntry } from '@/lib/engine/sessions/entries'
import { sizeOfMap } from '@/lib/engine/sessions/intrinsics'
import { ListBuilder } from '@/lib/engine/sessions/list-builder'
import type { Preview } from '@/lib/engine/sessions/preview'
import { primitivePreview } from '@/lib/engine/sessions/primitive'

/** The objects on the way down to the one that is looked at. */
export interface Path {
  readonly object: object
  readonly above: Path | null
}

/**
 * A picture of a value, within bounds. Runs no student code: no getter, no proxy trap, no method that a program may have
 * replaced. Takes own enumerable string keys only, as consoles do; what is inherited or polluted does not show.
 */
export function preview(value: unknown, bounds: PreviewBounds, isProxy: IsProxy): Preview {
  return previewAt(value, bounds, isProxy, bounds.depth, null)
}

function previewAt(
  value: unknown,
  bounds: PreviewBounds,
  isProxy: IsProxy,
  depth: number,
  above: Path | null,
): Preview {
  if (!isObject(value)) return primitivePreview(value, bounds.stringLength)
  const container = openContainer(value, isProxy, depth, above)
  if (typeof container === 'string') return { type: 'opaque', text: container }
  const path: Path = { object: value, above }
  const entries = new ListBuilder<readonly [string, Preview]>()
  const more = eachEntry(container, bounds.entries, (key, value, getter) => {
    entries.add([
      key,
      getter === null ? previewAt(value, bounds, isProxy, depth - 1, path) : { type: 'opaque', text: getter },
    ])
    return true
  })
  return { type: container.type, entries: entries.list(), more }
}

/** The object as a container to look into, or its text: when it is none, holds itself, or lies too deep. */
export function openContainer(object: object, isProxy: IsProxy, depth: number, above: Path | null): Container | string {
  for (let path = above; path !== null; path = path.above) if (path.object === object) return '[Circular]'
  const container = containerOf(object, isProxy)
  return typeof container === 'string' || depth > 0 ? container : closedText(container)
}

function closedText(container: Container): string {
  switch (container.type) {
    case 'object':
      return '{…}'
    case 'array':
      return `Array(${container.object.length})`
    case 'map':
      return `Map(${sizeOfMap(container.object)})`
    default:
      return container satisfies never
  }
}
