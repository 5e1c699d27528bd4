/** What a disk may refuse. Each has plain words in both languages at the desk. */
export type DiskProblem =
  /** It may only be read. */
  | 'read-only'
  | 'full'
  /** The folder of lessons is not there. */
  | 'no-folder'
  /** A symbolic link stands in the way; none is ever followed. */
  | 'link'
  /** Something else is being saved into the same lesson, and does not come to an end. */
  | 'busy'
  /** Anything else; the server's console has it in full. */
  | 'other'

const PROBLEMS: Readonly<Record<string, DiskProblem>> = {
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  ELOOP: 'link',
}

/** A disk that did not do what it was asked. Whatever was to be saved is not. */
export class DiskError extends Error {
  readonly problem: DiskProblem

  constructor(problem: DiskProblem, cause?: unknown) {
    super(`the disk: ${problem}`, { cause })
    this.name = 'DiskError'
    this.problem = problem
  }
}

/** The same as a DiskError, whatever Node's fs threw. */
export function diskError(error: unknown): DiskError {
  if (error instanceof DiskError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new DiskError(PROBLEMS[code] ?? 'other', error)
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

export function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
