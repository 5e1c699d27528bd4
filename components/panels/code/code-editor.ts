/** Something that is wrong in a line of the file; lines and columns count from 1. */
export interface EditorProblem {
  readonly line: number
  readonly column?: number
  readonly message: string
}

/** What both editors, Monaco and the plain one, are given. */
export interface CodeEditorProps {
  /** Identity of the file across lessons. */
  readonly path: string
  readonly source: string
  /** Name for screen readers. */
  readonly label: string
  readonly onEdit: (source: string) => void
  /** Lines that the exchange that is looked at ran, ascending. */
  readonly ranLines: readonly number[]
  /** What a marked line says: `Ran in exchange 3`. */
  readonly ranLabel: string
  readonly problems: readonly EditorProblem[]
  /** Line to be shown; a new object each time. */
  readonly reveal: { readonly line: number; readonly column?: number } | null
  /** Line shown first when the file is opened. */
  readonly firstLine: number | null
}
