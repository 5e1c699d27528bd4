import { append } from '@/lib/engine/sessions/intrinsics'
import type { Preview } from '@/lib/engine/sessions/preview'
import { type Rows, rowIndex } from '@/lib/engine/sessions/row'
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
  const changes: RowChange[] = []
  if (before.list === after.list) return changes
  const old = rowIndex(before.list)
  const present = rowIndex(after.list)
  for (let position = 0; position < before.list.length; position++) {
    const row = before.list[position]
    if (row && present[row.key] === undefined) {
      append(changes, { type: 'row-removed', key: row.key, before: row.value })
    }
  }
  for (let position = 0; position < after.list.length; position++) {
    const row = after.list[position]
    if (!row) continue
    const known = old[row.key]
    if (known && samePreview(known.value, row.value)) continue
    append(changes, { type: 'row-set', key: row.key, value: row.value, before: known?.value ?? null })
  }
  return changes
}
