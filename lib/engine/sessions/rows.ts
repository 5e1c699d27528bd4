import type { RowBounds } from '@/lib/engine/sessions/bounds'
import { containerOf, type IsProxy, isObject } from '@/lib/engine/sessions/container'
import { eachEntry } from '@/lib/engine/sessions/entries'
import { dictionary, itemAt } from '@/lib/engine/sessions/intrinsics'
import { ListBuilder } from '@/lib/engine/sessions/list-builder'
import type { Preview } from '@/lib/engine/sessions/preview'
import { finder, NO_ROWS, type Row, type Rows } from '@/lib/engine/sessions/row'
import { preview } from '@/lib/engine/sessions/snapshot'
import { stillShows } from '@/lib/engine/sessions/still-shows'

/**
 * The rows of a watched variable: own keys of an object (a literal `__proto__` is one like others), elements of an array,
 * entries of a Map. Anything else has none. Runs no student code, see `snapshot.ts`.
 *
 * To be called after every callback of the program: costs as much as there are rows, and takes new previews only of those
 * that look different. When none does, the result is `before`.
 *
 * @param before what the same variable held last
 */
export function rowsOf(value: unknown, bounds: RowBounds, isProxy: IsProxy, before: Rows = NO_ROWS): Rows {
  const container = isObject(value) ? containerOf(value, isProxy) : 'no container'
  if (typeof container === 'string') return before.list.length + before.uncounted === 0 ? before : NO_ROWS
  const distinct = container.type === 'map' ? distinctKeys() : null
  const find = finder(before.list)
  let position = 0
  /** `null` as long as all rows are those of before. */
  let list: ListBuilder<Row> | null = null
  const uncounted = eachEntry(container, bounds.rows, (name, value, getter) => {
    const key = distinct === null ? name : distinct(name)
    const expected = itemAt(before.list, position)
    const known = find(key, position)
    const row = known && shows(known, value, getter) ? known : { key, value: shown(value, getter) }
    if (list === null && row !== expected) list = firstOf(before.list, position)
    list?.add(row)
    position++
    return true
  })
  if (list === null && position < before.list.length) list = firstOf(before.list, position)
  if (list === null && uncounted === before.uncounted) return before
  return { list: list === null ? before.list : list.list(), uncounted }

  function shows(row: Row, value: unknown, getter: string | null): boolean {
    if (getter === null) return stillShows(row.value, value, bounds, isProxy)
    return row.value.type === 'opaque' && row.value.text === getter
  }

  function shown(value: unknown, getter: string | null): Preview {
    return getter === null ? preview(value, bounds, isProxy) : { type: 'opaque', text: getter }
  }
}

function firstOf(rows: readonly Row[], count: number): ListBuilder<Row> {
  const first = new ListBuilder<Row>()
  for (let index = 0; index < count; index++) {
    const row = rows[index]
    if (row) first.add(row)
  }
  return first
}

/** Makes keys that read alike (1 and '1', two objects) different: `1`, `1 (2)`. */
function distinctKeys(): (key: string) => string {
  const taken = dictionary<true>()
  return (key) => {
    let name = key
    for (let count = 2; taken[name]; count++) name = `${key} (${count})`
    taken[name] = true
    return name
  }
}
