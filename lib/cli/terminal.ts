/** Where a command writes. Both add nothing: no line ends, no colours. */
export interface Terminal {
  /** To standard output. */
  out(text: string | Uint8Array): void
  /** To standard error. */
  err(text: string): void
}

/** What a command ends with. `misused` is a mistake in how it was called, not in a lesson. */
export const EXIT = { fine: 0, mistakes: 1, misused: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Something that can't be had or done, in words for whoever called the command. */
export interface Problem {
  readonly problem: string
}

export function isProblem(value: object): value is Problem {
  return 'problem' in value
}
