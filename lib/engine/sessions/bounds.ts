/** How much of a value is looked at. */
export interface PreviewBounds {
  /** Levels of entries; at 0 an object is only named. */
  readonly depth: number
  /** Entries of one object, array or Map. */
  readonly entries: number
  /** UTF-16 units of one string. */
  readonly stringLength: number
}

/** How much of a watched variable is looked at; `depth` counts from a row's value. */
export interface RowBounds extends PreviewBounds {
  readonly rows: number
}

export const ROW_BOUNDS: RowBounds = { rows: 200, depth: 3, entries: 50, stringLength: 200 }
