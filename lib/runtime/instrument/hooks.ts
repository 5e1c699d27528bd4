/** What instrumented code calls. One object a file; names are short because they stand in every line. */
export interface Hooks {
  /** A statement of line `line` is about to run. */
  readonly l: (line: number) => void
  /** A loop goes round, or a function is entered, at `line`. Throws once the budget is used up. */
  readonly s: (line: number) => void
  /** The context that runs now, to be given to `r`. */
  readonly c: () => unknown
  /** Execution comes back after an `await`: restores the context and hands the value on. Throws in a dead process. */
  readonly r: <T>(context: unknown, value?: T) => T | undefined
  /** `import(name)`. */
  readonly i: (name: unknown) => Promise<unknown>
  /** Tells of a watched variable; `read` throws before its declaration has run. */
  readonly w: (name: string, read: () => unknown) => void
  /** A length about to be asked for by `new Array(n)` and the like, `size` bytes an element. Hands it on, or throws. */
  readonly n: (length: unknown, size: number) => unknown
  /** Something about to be spread into an array. Hands it on, or throws when there is too much of it. */
  readonly a: (spread: unknown) => unknown
}
