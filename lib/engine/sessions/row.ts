import { dictionary, itemAt } from '@/lib/engine/sessions/intrinsics'
import type { Preview } from '@/lib/engine/sessions/preview'

export interface Row {
  readonly key: string
  readonly value: Preview
}

/** The rows of a watched variable, in its order; each key once. */
export interface Rows {
  readonly list: readonly Row[]
  /** How many rows exist that are not shown. */
  readonly uncounted: number
}

export const NO_ROWS: Rows = { list: [], uncounted: 0 }

/** Finds rows by key. Nearly always a row is where it was, so they are only indexed when one is not at `position`. */
export function finder(rows: readonly Row[]): (key: string, position: number) => Row | undefined {
  let index: Record<string, Row> | null = null
  return (key, position) => {
    const expected = itemAt(rows, position)
    if (expected?.key === key) return expected
    index ??= rowIndex(rows)
    return index[key]
  }
}

function rowIndex(rows: readonly Row[]): Record<string, Row> {
  const index = dictionary<Row>()
  for (let position = 0; position < rows.length; position++) {
    const row = itemAt(rows, position)
    if (row) index[row.key] = row
  }
  return index
}
