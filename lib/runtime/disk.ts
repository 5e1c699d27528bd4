import type { Volume } from 'memfs'
import { dirname, join } from 'path'
import { type Clock, earliest } from '@/lib/engine/clock'
import { parseRow } from '@/lib/engine/sessions/parse-row'
import { diskPath, HOME } from '@/lib/engine/story/disk-path'
import type { Program } from '@/lib/engine/story/program'
import type { Impossible } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { DiskFull, MOST_BYTES, MOST_ENTRIES, noSpace } from '@/lib/runtime/disk/full'
import { diskSurface } from '@/lib/runtime/disk/surface'
import { DiskTree } from '@/lib/runtime/disk/tree'
import { createVolume, fsOf } from '@/lib/runtime/disk/volume'
import { eventOf } from '@/lib/runtime/disk/written'
import { ExitSignal } from '@/lib/runtime/exit-signal'
import { OwnMap } from '@/lib/runtime/isolation/own-collections'
import type { Loop } from '@/lib/runtime/loop'
import type { Realm } from '@/lib/runtime/realm'
import type { DiskSurface } from '@/lib/runtime/realm/env'

const decoder = new TextDecoder()

/** Of a session, only its expiry is wanted. */
const NOTHING = { depth: 0, entries: 0, stringLength: 0 }

/** What packages below expect of `process`: relative paths start in the program's folder. */
const OWNER = { cwd: () => HOME, platform: 'linux', emitWarning() {}, env: {} }

/** What a disk needs of its world. */
export interface DiskParts {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly realm: Pick<Realm, 'late' | 'loop'>
}

/** A disk in use. */
interface Mounted {
  readonly volume: Volume
  readonly tree: DiskTree
  readonly fs: object
}

/**
 * The world's disk, shared by all of its processes and kept over restarts. Modules are read from it too, so that a
 * program which writes over its own source runs the new one after a restart, as under Node. Every change of a file is
 * in the log before the program does anything next; the program's own files at the beginning are not.
 *
 * It is mounted when somebody first does more than load modules from it: a good part of a start, and most programs
 * don't. Until then it is what the program's files are.
 */
export class Disk {
  readonly surface: DiskSurface
  readonly #files: ReadonlyMap<string, string>
  readonly #begun: number
  readonly #recorder: Recorder
  readonly #realm: DiskParts['realm']
  readonly #loop: Loop
  #made: Mounted | null = null
  /** The power will fail in the middle of the next write. */
  #armed = false
  #torn: string | null = null

  constructor(program: Program, { clock, recorder, realm }: DiskParts) {
    this.#files = new OwnMap(Object.entries(program.files).map(([path, text]) => [join(HOME, path), text]))
    this.#begun = clock.now
    this.#recorder = recorder
    this.#realm = realm
    this.#loop = realm.loop
    this.surface = diskSurface(
      (name, args) => this.#operate(name, args),
      (name) => Reflect.get(this.#mounted.fs, name),
    )
  }

  isFile(path: string): boolean {
    if (!this.#made) return this.#files.has(path)
    const { volume } = this.#made
    return volume.existsSync(path) && volume.statSync(path).isFile()
  }

  readText(path: string): string {
    const text = this.#made ? null : this.#files.get(path)
    return text?.toWellFormed() ?? String(this.#mounted.volume.readFileSync(path, 'utf8'))
  }

  /**
   * The next moment after `now` at which a session kept in a file expires; `null` when none will. Nothing happens to the
   * file then, but a store that looks at it may take it for gone.
   */
  nextExpiry(now: number): number | null {
    const { tree } = this.#mounted
    const contents = tree.files.flatMap((path) => (path.endsWith('.json') ? (tree.content(path) ?? []) : []))
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
    const { volume } = this.#mounted
    try {
      if (content === null) volume.unlinkSync(absolute)
      else put(volume, absolute, content)
    } catch (error) {
      // What else can go wrong: a folder stands where the file should be, or a file where its folder should.
      return error instanceof DiskFull ? 'disk-full' : 'bad-path'
    } finally {
      this.#report()
    }
    return null
  }

  get #mounted(): Mounted {
    // Files are as old as their world.
    this.#made ??= this.#realm.late(() => this.#mount(), this.#begun)
    return this.#made
  }

  #mount(): Mounted {
    const volume = createVolume(OWNER)
    const tree = new DiskTree(volume._core)
    volume.mkdirSync('/tmp', { recursive: true })
    volume.mkdirSync(HOME, { recursive: true })
    for (const [path, content] of this.#files) put(volume, path, content)
    tree.take()
    this.#bound(volume._core, tree)
    return { volume, tree, fs: fsOf(volume) }
  }

  #operate(name: string, args: readonly unknown[]): unknown {
    if (this.#loop.current?.process.alive === false) throw new ExitSignal()
    const { fs } = this.#mounted
    try {
      return Reflect.apply(Reflect.get(fs, name), fs, args)
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
    const changes = this.#mounted.tree.take()
    for (const change of changes) this.#recorder.emit(eventOf(change, author, torn))
    if (torn !== null) context?.process.crash()
    else if (changes.length > 0) context?.process.takeDiskChanges(changes.length)
  }

  /** Puts the power failure and the bounds where memfs adds content and entries, whatever function of fs asked for it. */
  #bound(core: Volume['_core'], tree: DiskTree): void {
    const write = core.write.bind(core)
    core.write = (fd, bytes, offset = 0, length = bytes.length, position) => {
      if (tree.bytes + length > MOST_BYTES) throw new DiskFull('content')
      if (!this.#armed || length === 0 || this.#loop.current === null) return write(fd, bytes, offset, length, position)
      this.#armed = false
      this.#torn = core.getFileByFd(fd)?.link.getPath() ?? null
      write(fd, bytes, offset, Math.floor(length / 2), position)
      throw new ExitSignal()
    }
    const createNode = core.createNode.bind(core)
    core.createNode = (mode) => {
      if (tree.entries >= MOST_ENTRIES) throw new DiskFull('entry')
      return createNode(mode)
    }
  }
}

function put(volume: Volume, absolute: string, content: string): void {
  volume.mkdirSync(dirname(absolute), { recursive: true })
  volume.writeFileSync(absolute, content)
}
