import type { Volume } from 'memfs'

/** What memfs says when an entry of a disk changes. */
type FsEvent = Parameters<Parameters<Volume['_core']['changes']['listen']>[0]>[0]

/** memfs's numbers for what happened to an entry; its own names for them exist for its compiler only. */
const DELETE = 1
const ATTRIB = 3
const MOVE = 4

/** The flag that empties a file as it is opened (open(2), O_TRUNC). */
const O_TRUNC = 0o1000

/** One file that came to be, has other content, or is gone. */
export type FileChange =
  | { readonly kind: 'written'; readonly path: string; readonly bytes: Uint8Array; readonly isNew: boolean }
  | { readonly kind: 'removed'; readonly path: string }

/**
 * Keeps book of a disk: which files there are, how large, and which of them one operation changed. A folder that is
 * moved or removed is so with every file in it.
 */
export class DiskTree {
  readonly #core: Volume['_core']
  /** Every entry, folders too, by absolute path: what a bound on their number counts. */
  readonly #entries = new Set<string>()
  /** Files as they were at the last `take`, with their size in bytes. */
  readonly #files = new Map<string, number>()
  readonly #touched = new Set<string>()
  #bytes = 0

  constructor(core: Volume['_core']) {
    this.#core = core
    core.changes.listen((event) => this.#note(event))
    const openLink = core.openLink.bind(core)
    // memfs tells nobody when a file is emptied that was empty before. It counts as written all the same.
    core.openLink = (link, flags, ...more) => {
      const file = openLink(link, flags, ...more)
      if ((flags & O_TRUNC) !== 0) this.#touched.add(file.link.getPath())
      return file
    }
  }

  /** How many files and folders there are. */
  get entries(): number {
    return this.#entries.size
  }

  /** How many bytes all files hold together, as of the last `take`. */
  get bytes(): number {
    return this.#bytes
  }

  /** The files there are, by absolute path. */
  get files(): readonly string[] {
    return [...this.#files.keys()]
  }

  /** What changed since the last call, in the order in which it was first touched. */
  take(): FileChange[] {
    if (this.#touched.size === 0) return []
    const changes: FileChange[] = []
    for (const path of this.#touched) {
      const before = this.#files.get(path)
      const bytes = this.content(path)
      this.#bytes += (bytes?.length ?? 0) - (before ?? 0)
      if (bytes) {
        this.#files.set(path, bytes.length)
        changes.push({ kind: 'written', path, bytes, isNew: before === undefined })
      } else if (before !== undefined) {
        this.#files.delete(path)
        changes.push({ kind: 'removed', path })
      }
    }
    this.#touched.clear()
    return changes
  }

  #note({ type, steps, oldSteps }: FsEvent): void {
    if (type === ATTRIB) return
    const path = pathOf(steps)
    if (type === MOVE && oldSteps) this.#moved(pathOf(oldSteps), path)
    else if (type === DELETE) this.#entries.delete(path)
    else this.#entries.add(path)
    this.#touched.add(path)
  }

  #moved(from: string, to: string): void {
    for (const path of [...this.#entries]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue
      const target = `${to}${path.slice(from.length)}`
      this.#entries.delete(path)
      this.#entries.add(target)
      this.#touched.add(path)
      this.#touched.add(target)
    }
  }

  /** The bytes of a file, not copied; `null` when there is no file of that name. Does not count as reading it. */
  content(path: string): Uint8Array | null {
    const node = this.#core.getLink(path.slice(1).split('/'))?.getNode()
    return node?.isFile() ? node.buf.subarray(0, node.getSize()) : null
  }
}

function pathOf(steps: readonly string[]): string {
  return `/${steps.slice(1).join('/')}`
}
