import { randomUUID } from 'node:crypto'
import { lstat, mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { DiskError, isMissing, isThere } from '@/lib/server/desk/disk-error'

/** Where the desk keeps what is no lesson: former versions, drafts, what is half done. No lesson's folder begins with a dot. */
export const HISTORY = '.history'

/**
 * Files under the folder of lessons, and nowhere else: no part of a path may be a symbolic link, and a text is there
 * whole or not at all. Paths are relative, with `/`; whoever calls has checked them (`lesson-path.ts`).
 */
export class SafeDisk {
  readonly root: string

  constructor(root: string) {
    this.root = root
  }

  /** Throws a DiskError when the folder of lessons itself is missing. */
  async check(): Promise<void> {
    const found = await lstat(this.root).catch((error: unknown) => {
      throw isMissing(error) ? new DiskError('no-folder', error) : error
    })
    if (!found.isDirectory() && !found.isSymbolicLink()) throw new DiskError('no-folder')
  }

  /** `null` when there is no such file. */
  async read(path: string): Promise<string | null> {
    await this.#parents(path, false)
    try {
      const file = await lstat(this.#at(path))
      if (file.isSymbolicLink()) throw new DiskError('link')
      return file.isFile() ? await readFile(this.#at(path), 'utf8') : null
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  /** Bytes of a file; 0 when there is none. */
  async size(path: string): Promise<number> {
    await this.#parents(path, false)
    const file = await lstat(this.#at(path)).catch(() => null)
    return file?.isFile() ? file.size : 0
  }

  /** Puts a text in its place by one rename, after it has reached the disk: a reader meets the old or the new one. */
  async write(path: string, text: string): Promise<void> {
    await this.#parents(path, true)
    const there = await lstat(this.#at(path)).catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    if (there?.isSymbolicLink()) throw new DiskError('link')
    const temporary = `${HISTORY}/tmp/${randomUUID()}`
    await this.#parents(temporary, true)
    try {
      const handle = await open(this.#at(temporary), 'wx', 0o644)
      try {
        await handle.writeFile(text)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(this.#at(temporary), this.#at(path))
    } catch (error) {
      await rm(this.#at(temporary), { force: true })
      throw error
    }
    await this.#settle(dirname(path))
  }

  /** The absolute path of a file whose folders are made where they are missing. */
  async placeFor(path: string): Promise<string> {
    await this.#parents(path, true)
    return this.#at(path)
  }

  /** Removes a file, and the folders that it leaves empty. Nothing happens when it is not there. */
  async remove(path: string): Promise<void> {
    await this.#parents(path, false)
    await rm(this.#at(path), { force: true })
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      const emptied = await rmdir(this.#at(folder)).then(
        () => true,
        () => false,
      )
      if (!emptied) return
    }
  }

  /** Gives a folder another name. */
  async move(from: string, to: string): Promise<void> {
    await this.#parents(`${from}/x`, false)
    await this.#parents(to, true)
    await rename(this.#at(from), this.#at(to))
    await this.#settle(dirname(to))
  }

  async removeFolder(path: string): Promise<void> {
    await this.#parents(`${path}/x`, false)
    await rm(this.#at(path), { recursive: true, force: true })
  }

  /** Names in a folder, in order; none when there is no such folder. Links are left out: they lead elsewhere. */
  async list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
    try {
      if (folder !== '') await this.#parents(`${folder}/x`, false)
      const entries = await readdir(this.#at(folder), { withFileTypes: true })
      return entries
        .filter((entry) => entry.isDirectory() || entry.isFile())
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  /** Every file below a folder, relative to it. */
  async filesUnder(folder: string): Promise<Readonly<Record<string, string>>> {
    const files: Record<string, string> = {}
    const visit = async (below: string): Promise<void> => {
      for (const { name, isFolder } of await this.list(`${folder}${below}`)) {
        if (name.startsWith('.')) continue
        const path = `${below}/${name}`
        if (isFolder) await visit(path)
        else files[path.slice(1)] = (await this.read(`${folder}${path}`)) ?? ''
      }
    }
    await visit('')
    return files
  }

  /** When a file below a folder was written last, in milliseconds since the Unix epoch. */
  async lastChange(folder: string): Promise<number> {
    return Math.max(0, ...(await this.#facts(folder)).map(({ changed }) => changed))
  }

  /** Differs once any file below a folder came, went or was written: cheaper than reading them. */
  async stamp(folder: string): Promise<string> {
    return JSON.stringify(await this.#facts(folder))
  }

  async #facts(folder: string): Promise<readonly { path: string; size: number; changed: number }[]> {
    const entries = await this.list(folder)
    const facts = await Promise.all(
      entries
        .filter(({ name }) => !name.startsWith('.'))
        .map(async ({ name, isFolder }) => {
          const path = `${folder}/${name}`
          if (isFolder) return this.#facts(path)
          const { size, mtimeMs } = await lstat(this.#at(path))
          return [{ path, size, changed: mtimeMs }]
        }),
    )
    return facts.flat()
  }

  #at(path: string): string {
    const absolute = join(this.root, path)
    // The last line of defence: whoever calls has checked its paths already.
    if (absolute !== this.root && !absolute.startsWith(this.root + sep)) throw new DiskError('link')
    return absolute
  }

  /** Looks at every folder on the way to a path: each must be one, and none a link. */
  async #parents(path: string, make: boolean): Promise<void> {
    const parts = dirname(path) === '.' ? [] : dirname(path).split('/')
    for (let length = 1; length <= parts.length; length++) {
      const folder = this.#at(parts.slice(0, length).join('/'))
      const found = await lstat(folder).catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      })
      if (found?.isSymbolicLink()) throw new DiskError('link')
      if (found) continue
      if (!make) return
      // Not recursive: of a disk that is read-only Node would then say that the folder is missing.
      await mkdir(folder).catch((error: unknown) => {
        if (!isThere(error)) throw error
      })
    }
  }

  /** Makes sure that a rename has reached the disk, where the system can say so. */
  async #settle(folder: string): Promise<void> {
    const handle = await open(this.#at(folder === '.' ? '' : folder), 'r').catch(() => null)
    if (!handle) return
    await handle.sync().catch(() => {})
    await handle.close()
  }
}
