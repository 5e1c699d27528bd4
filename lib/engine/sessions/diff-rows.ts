import { ListBuilder } from '@/lib/engine/sessions/list-builder'
import type { Preview } from '@/lib/engine/sessions/preview'
import { finder, type Rows } from '@/lib/engine/sessions/row'
import { samePreview } from '@/lib/engine/sessions/same-preview'

/** What became of one row; the part of a `row-set` or `row-removed` event that the rows know. */
export type RowChange =
  /** `before` is `null` when the row is new. */
  | { readonly type: 'row-set'; readonly key: string; readonly value: Preview; readonly before: Preview | null }
  | { readonly type: 'row-removed'; readonly key: string; readonly before: Preview }

/**
 * What changed between two looks at a variable: rows that went, in the old order, then those that came or changed, in the
 * new one. Rows that only changed places did not change. Runs no student code.
 */
export function diffRows(before: Rows, after: Rows): readonly RowChange[] {
  if (before.list === after.list) return []
  const changes = new ListBuilder<RowChange>()
  const old = finder(before.list)
  const present = finder(after.list)
  for (let position = 0; position < before.list.length; position++) {
    const row = before.list[position]
    if (row && !present(row.key, position)) changes.add({ type: 'row-removed', key: row.key, before: row.value })
  }
  for (let position = 0; position < after.list.length; position++) {
    const row = after.list[position]
    const known = row && old(row.key, position)
    if (!row || (known && samePreview(known.value, row.value))) continue
    changes.add({ type: 'row-set', key: row.key, value: row.value, before: known?.value ?? null })
  }
  return changes.list()
}
