/** How many files and folders a world's disk has room for. A lesson's program makes some dozens. */
export const MOST_ENTRIES = 2000

/** How many bytes of content it has room for. */
export const MOST_BYTES = 32 * 1024 * 1024

/** Thrown where a disk has no room for more content, or for one more entry; `noSpace` makes Node's error of it. */
export class DiskFull extends Error {
  readonly lacks: 'content' | 'entry'

  constructor(lacks: 'content' | 'entry') {
    super('the disk is full')
    this.lacks = lacks
  }
}

/** The system call that Node names when there is no room for a new entry (Node documentation, `error.syscall`). */
const CALLS: Readonly<Record<string, string>> = {
  mkdirSync: 'mkdir',
  mkdtempSync: 'mkdtemp',
  symlinkSync: 'symlink',
  linkSync: 'link',
  copyFileSync: 'copyfile',
  cpSync: 'cp',
}

/** Node's error for a full disk. `operation` is a synchronous function of fs, `target` its first argument. */
export function noSpace({ lacks }: DiskFull, operation: string, target: unknown): Error {
  const syscall = lacks === 'content' ? 'write' : (CALLS[operation] ?? 'open')
  const path = lacks === 'content' ? null : String(target)
  const error = new Error(`ENOSPC: no space left on device, ${syscall}${path === null ? '' : ` '${path}'`}`)
  return Object.assign(error, { errno: -28, code: 'ENOSPC', syscall, ...(path === null ? {} : { path }) })
}
