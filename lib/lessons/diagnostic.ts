/** What can be wrong with a lesson. The first group is found by reading it, the second by running it. */
export type DiagnosticCode =
  | 'folder-name'
  | 'duplicate-lesson'
  | 'broken-link'
  | 'missing-file'
  | 'unknown-file'
  | 'unreadable'
  | 'bad-yaml'
  | 'unknown-key'
  | 'missing-key'
  | 'bad-value'
  | 'not-a-directive'
  | 'unclosed-directive'
  | 'unknown-directive'
  | 'unknown-attribute'
  | 'missing-attribute'
  | 'unknown-fence'
  | 'raw-html'
  | 'unsupported-markdown'
  | 'misplaced'
  | 'bad-transcript'
  | 'bad-row'
  | 'bad-predict'
  | 'bad-findings'
  | 'unknown-capture'
  | 'duplicate-id'
  | 'hint-orphan'
  | 'wrong-orphan'
  | 'finding-orphan'
  | 'task-unproved'
  | 'task-unsolved'
  | 'wrong-without-program'
  | 'program-unused'
  | 'program-syntax'
  | 'bad-json'
  | 'not-offered'
  | 'not-in-start'
  | 'overlay-orphan'
  | 'overlay-drift'
  | 'drift'
  | 'prose-fails'
  | 'start-passes'
  | 'solution-fails'
  | 'wrong-passes'
  | 'wrong-indistinct'

/** One mistake of a lesson's author, where it is. Lines and columns count from 1, columns in UTF-16 units. */
export interface Diagnostic {
  /** Relative to the project: `lessons/03-card/zh.md`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: DiagnosticCode
  readonly message: string
}

/** A place in one file; the file is known from where it is used. */
export interface Place {
  readonly line: number
  readonly column: number
}

export const START_OF_FILE: Place = { line: 1, column: 1 }

/** `lessons/03-card/zh.md:42:5 error hint-orphan: no task "conut"; did you mean "count"?` */
export function formatDiagnostic({ file, line, column, code, message }: Diagnostic): string {
  return `${file}:${line}:${column} error ${code}: ${message}`
}

/** Collects what is wrong with one file. */
export class Reporter {
  readonly file: string
  readonly #found: Diagnostic[]

  /** Reporters made from one another write into the same list. */
  constructor(file: string, found: Diagnostic[]) {
    this.file = file
    this.#found = found
  }

  report(code: DiagnosticCode, place: Place, message: string): void {
    this.#found.push({ file: this.file, line: place.line, column: place.column, code, message })
  }
}

/** File by file, and within a file from top to bottom. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  )
}
