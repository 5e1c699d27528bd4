import { createFsFromVolume, Volume } from 'memfs'
import { dirname } from 'path'
import { earliest } from '@/lib/engine/clock'
import { parseRow } from '@/lib/engine/sessions/parse-row'
import { diskPath, HOME } from '@/lib/engine/story/disk-path'
import type { Program } from '@/lib/engine/story/program'
import type { Impossible } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { DiskFull, MOST_BYTES, MOST_ENTRIES, noSpace } from '@/lib/runtime/disk/full'
import { DiskTree } from '@/lib/runtime/disk/tree'
import { eventOf } from '@/lib/runtime/disk/written'
import { ExitSignal } from '@/lib/runtime/exit-signal'
import type { Loop } from '@/lib/runtime/loop'
import type { DiskSurface } from '@/lib/runtime/realm/env'

const decoder = new TextDecoder()

/** Of a session, only its expiry is wanted. */
const NOTHING = { depth: 0, entries: 0, stringLength: 0 }

/** What packages below expect of `process`: relative paths start in the program's folder. */
const OWNER = { cwd: () => HOME, platform: 'linux', emitWarning() {}, env: {} }

/**
 * The world's disk, shared by all of its processes and kept over restarts. Modules are read from it too, so that a
 * program which writes over its own source runs the new one after a restart, as under Node. Every change of a file is
 * in the log before the program does anything next; the program's own files at the beginning are not.
 */
export class Disk {
  readonly surface: DiskSurface
  readonly #volume = Volume.fromNestedJSON({}, '/', { process: OWNER })
  readonly #tree = new DiskTree(this.#volume._core)
  readonly #recorder: Recorder
  readonly #loop: Loop
  /** The power will fail in the middle of the next write. */
  #armed = false
  #torn: string | null = null

  constructor(program: Program, recorder: Recorder, loop: Loop) {
    this.#recorder = recorder
    this.#loop = loop
    this.#volume.mkdirSync('/tmp', { recursive: true })
    this.#volume.mkdirSync(HOME, { recursive: true })
    for (const [path, content] of Object.entries(program.files)) this.#put(`${HOME}/${path}`, content)
    this.#tree.take()
    this.#bound()
    this.surface = this.#observed(createFsFromVolume(this.#volume))
  }

  isFile(path: string): boolean {
    return this.#volume.existsSync(path) && this.#volume.statSync(path).isFile()
  }

  readText(path: string): string {
    return String(this.#volume.readFileSync(path, 'utf8'))
  }

  /**
   * The next moment after `now` at which a session kept in a file expires; `null` when none will. Nothing happens to the
   * file then, but a store that looks at it may take it for gone.
   */
  nextExpiry(now: number): number | null {
    const contents = this.#tree.files.flatMap((path) =>
      path.endsWith('.json') ? (this.#tree.content(path) ?? []) : [],
    )
    const texts = contents.map((bytes) => decoder.decode(bytes)).filter((text) => text.includes('"cookie"'))
    const rows = texts.map((text) => parseRow(text, NOTHING))
    return earliest(rows.map(({ expires }) => (expires !== null && expires > now ? expires : null)))
  }

  /** From here on, half of the next content that a process writes arrives, and the process is gone. */
  crashInNextWrite(): void {
    this.#armed = true
  }

  disarm(): void {
    this.#armed = false
  }

  /** A person writes a file, with its folders, or deletes it. Returns why that was impossible, else `null`. */
  writeByHand(path: string, content: string | null): Impossible | null {
    const absolute = diskPath(path)
    if (absolute === null) return 'bad-path'
    if (content === null && !this.isFile(absolute)) return 'no-file'
    try {
      if (content === null) this.#volume.unlinkSync(absolute)
      else this.#put(absolute, content)
    } catch (error) {
      // What else can go wrong: a folder stands where the file should be, or a file where its folder should.
      return error instanceof DiskFull ? 'disk-full' : 'bad-path'
    } finally {
      this.#report()
    }
    return null
  }

  #put(absolute: string, content: string): void {
    this.#volume.mkdirSync(dirname(absolute), { recursive: true })
    this.#volume.writeFileSync(absolute, content)
  }

  /** fs without its asynchronous half, each function with what follows from its being observed. */
  #observed(fs: object): DiskSurface {
    const functions: Record<string, (...args: unknown[]) => unknown> = {}
    const values: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(fs)) {
      if (name.endsWith('Sync') && typeof value === 'function') {
        functions[name] = (...args) => this.#operate(name, args, () => Reflect.apply(value, fs, args))
      } else if (/^[A-Z]/.test(name) || name === 'constants') {
        values[name] = value
      }
    }
    return { functions, values }
  }

  #operate(name: string, args: readonly unknown[], operate: () => unknown): unknown {
    if (this.#loop.current?.process.alive === false) throw new ExitSignal()
    try {
      return operate()
    } catch (error) {
      throw error instanceof DiskFull ? noSpace(error, name, args[0]) : error
    } finally {
      this.#report()
    }
  }

  /** Writes down what an operation changed. Ends the process that it was, where the power failed meanwhile. */
  #report(): void {
    const context = this.#loop.current
    const author = { process: context?.process.id ?? null, exchange: context?.exchange ?? null }
    const torn = this.#torn
    this.#torn = null
    const changes = this.#tree.take()
    for (const change of changes) this.#recorder.emit(eventOf(change, author, torn))
    if (torn !== null) context?.process.crash()
    else if (changes.length > 0) context?.process.takeDiskChanges(changes.length)
  }

  /** Puts the power failure and the bounds where memfs adds content and entries, whatever function of fs asked for it. */
  #bound(): void {
    const core = this.#volume._core
    const write = core.write.bind(core)
    core.write = (fd, bytes, offset = 0, length = bytes.length, position) => {
      if (this.#tree.bytes + length > MOST_BYTES) throw new DiskFull('content')
      if (!this.#armed || length === 0 || this.#loop.current === null) return write(fd, bytes, offset, length, position)
      this.#armed = false
      this.#torn = core.getFileByFd(fd)?.link.getPath() ?? null
      write(fd, bytes, offset, Math.floor(length / 2), position)
      throw new ExitSignal()
    }
    const createNode = core.createNode.bind(core)
    core.createNode = (mode) => {
      if (this.#tree.entries >= MOST_ENTRIES) throw new DiskFull('entry')
      return createNode(mode)
    }
  }
}
