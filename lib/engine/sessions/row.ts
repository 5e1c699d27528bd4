import { dictionary } from '@/lib/engine/sessions/intrinsics'
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

/** The rows by their keys. */
export function rowIndex(rows: readonly Row[]): Record<string, Row> {
  const index = dictionary<Row>()
  for (let position = 0; position < rows.length; position++) {
    const row = rows[position]
    if (row) index[row.key] = row
  }
  return index
}
