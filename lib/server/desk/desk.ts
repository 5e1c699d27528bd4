import 'server-only'
import type { Diagnostic } from '@/lib/lessons/diagnostic'
import type { FileMap } from '@/lib/lessons/parse/files'
import { type LessonReading, parseLesson } from '@/lib/lessons/parse/lesson'
import { addAlias } from '@/lib/server/desk/aliases'
import { diskError } from '@/lib/server/desk/disk-error'
import { type Draft, readDraft, removeDraft, writeDraft } from '@/lib/server/desk/drafts'
import { recover, replaceFolder, unfinishedFolders } from '@/lib/server/desk/journal'
import { type FilesObjection, objectionToFiles, revisionOf } from '@/lib/server/desk/lesson-files'
import { isLessonNumber, isSlug } from '@/lib/server/desk/lesson-path'
import { withLock } from '@/lib/server/desk/lock'
import { HISTORY, SafeDisk } from '@/lib/server/desk/safe-disk'
import {
  deletedLessons,
  findVersion,
  keepVersion,
  moveVersions,
  type Version,
  type VersionEntry,
  versionsOf,
} from '@/lib/server/desk/versions'

/** A lesson at the desk. */
export interface DeskLesson {
  readonly slug: string
  readonly folder: string
  readonly files: FileMap
  readonly revision: string
  /** When one of its files changed last, in milliseconds since the Unix epoch. */
  readonly changed: number
  readonly draft: Draft | null
  readonly reading: LessonReading
}

/** What can be said about a wish that can't be granted; nothing was changed. */
export type Refusal =
  | {
      readonly outcome: 'refused'
      readonly why: 'unknown-lesson' | 'bad-slug' | 'bad-number' | 'slug-taken' | 'number-taken' | 'unknown-version'
    }
  | { readonly outcome: 'refused'; readonly why: 'bad-files'; readonly files: FilesObjection }

export type Saved =
  /** Students have it now. */
  | { readonly outcome: 'published'; readonly revision: string }
  /** It is kept, and students keep what they had. */
  | { readonly outcome: 'draft'; readonly diagnostics: readonly Diagnostic[] }
  /** The lesson is not what the edit began from; `theirs` is what it is now. What was to be saved is kept as a draft. */
  | { readonly outcome: 'conflict'; readonly theirs: { readonly files: FileMap; readonly revision: string } }
  | Refusal

export interface SaveRequest {
  readonly slug: string
  /** Revision that the edit began from. */
  readonly base: string
  /** The whole lesson. */
  readonly files: FileMap
  /** `false`: keep it as a draft even if it is sound. */
  readonly publish: boolean
}

type Done = { readonly outcome: 'done'; readonly slug: string } | Refusal

const LOCK = `${HISTORY}/lock`
const FOLDER_NAME = /^(\d+(?:\.\d+)?)-(.+)$/

/** The instructor's desk over a folder of lessons. Everything it rejects with is a DiskError. */
export class Desk {
  readonly #disk: SafeDisk
  readonly #now: () => number

  /** `now` gives milliseconds since the Unix epoch. */
  constructor(root: string, now: () => number = Date.now) {
    this.#disk = new SafeDisk(root)
    this.#now = now
  }

  /** Every lesson by its folder's name, those with mistakes included. */
  list(): Promise<readonly DeskLesson[]> {
    return this.#do(async () => {
      await this.#finishAll()
      const folders = await this.#folders()
      return Promise.all(folders.map((folder) => this.#lesson(folder)))
    })
  }

  find(slug: string): Promise<DeskLesson | null> {
    return this.#do(async () => {
      const folder = await this.#folderOf(slug)
      if (folder === null) return null
      await this.#finish(folder)
      return this.#lesson(folder)
    })
  }

  /** Saves a whole lesson: to students when it is sound, else as a draft. */
  save({ slug, base, files, publish }: SaveRequest): Promise<Saved> {
    return this.#alone(async (): Promise<Saved> => {
      const objection = objectionToFiles(files)
      if (objection) return { outcome: 'refused', why: 'bad-files', files: objection }
      const folder = await this.#folderOf(slug)
      if (folder === null) return { outcome: 'refused', why: 'unknown-lesson' }
      const before = await this.#disk.filesUnder(folder)
      const revision = revisionOf(before)
      if (revision !== base) {
        await writeDraft(this.#disk, slug, { at: this.#now(), base, files })
        return { outcome: 'conflict', theirs: { files: before, revision } }
      }
      const { diagnostics } = parseLesson(folder, files)
      if (!publish || diagnostics.length > 0) {
        await writeDraft(this.#disk, slug, { at: this.#now(), base, files })
        return { outcome: 'draft', diagnostics }
      }
      await this.#put(slug, folder, before, files, 'saved')
      await removeDraft(this.#disk, slug)
      return { outcome: 'published', revision: revisionOf(files) }
    })
  }

  /** Lets go of a draft: what is on disk is what there is. */
  discardDraft(slug: string): Promise<Done> {
    return this.#alone(async () => {
      if ((await this.#folderOf(slug)) === null) return { outcome: 'refused', why: 'unknown-lesson' }
      await removeDraft(this.#disk, slug)
      return { outcome: 'done', slug }
    })
  }

  history(slug: string): Promise<readonly VersionEntry[]> {
    return this.#do(async () => (isSlug(slug) ? versionsOf(this.#disk, slug) : []))
  }

  version(slug: string, id: string): Promise<Version | null> {
    return this.#do(async () => (isSlug(slug) ? findVersion(this.#disk, slug, id) : null))
  }

  deleted(): Promise<readonly VersionEntry[]> {
    return this.#do(async () => deletedLessons(this.#disk, (await this.#folders()).map(slugOf)))
  }

  /** Puts a former version in the place of what there is, which becomes a former version itself; or a deleted lesson back. */
  restore(slug: string, id: string): Promise<Done> {
    return this.#alone(async () => {
      const version = isSlug(slug) ? await findVersion(this.#disk, slug, id) : null
      if (!version) return { outcome: 'refused', why: 'unknown-version' }
      const present = await this.#folderOf(slug)
      const folder = present ?? (await this.#freeFolder(version.folder, slug))
      await this.#put(slug, folder, await this.#disk.filesUnder(folder), version.files, 'saved')
      return { outcome: 'done', slug }
    })
  }

  /** A new lesson with these files. `number` as in a folder's name: `08`, `7.3`. */
  create(slug: string, number: string, files: FileMap): Promise<Done> {
    return this.#alone(async () => {
      const refusal = (await this.#slugRefusal(slug)) ?? (await this.#numberRefusal(number))
      if (refusal) return refusal
      const objection = objectionToFiles(files)
      if (objection) return { outcome: 'refused', why: 'bad-files', files: objection }
      await replaceFolder(this.#disk, `${number}-${slug}`, files)
      return { outcome: 'done', slug }
    })
  }

  duplicate(slug: string, copy: string, number: string): Promise<Done> {
    return this.#do(async () => {
      const lesson = await this.find(slug)
      if (!lesson) return { outcome: 'refused', why: 'unknown-lesson' }
      return this.create(copy, number, lesson.files)
    })
  }

  /** Gives a lesson another slug, another number, or both. Links to the old slug lead to the new one. */
  rename(slug: string, to: { readonly slug: string; readonly number: string }): Promise<Done> {
    return this.#alone(async () => {
      const folder = await this.#folderOf(slug)
      if (folder === null) return { outcome: 'refused', why: 'unknown-lesson' }
      const refusal =
        (to.slug === slug ? null : await this.#slugRefusal(to.slug)) ?? (await this.#numberRefusal(to.number, folder))
      if (refusal) return refusal
      const target = `${to.number}-${to.slug}`
      if (target !== folder) await this.#disk.move(folder, target)
      if (to.slug !== slug) {
        await addAlias(this.#disk, slug, to.slug)
        await moveVersions(this.#disk, slug, to.slug)
        const draft = await readDraft(this.#disk, slug)
        if (draft) await writeDraft(this.#disk, to.slug, draft)
        await removeDraft(this.#disk, slug)
      }
      return { outcome: 'done', slug: to.slug }
    })
  }

  /** The lesson becomes a former version, from which it can be restored. */
  remove(slug: string): Promise<Done> {
    return this.#alone(async () => {
      const folder = await this.#folderOf(slug)
      if (folder === null) return { outcome: 'refused', why: 'unknown-lesson' }
      const files = await this.#disk.filesUnder(folder)
      await keepVersion(this.#disk, slug, { folder, files, why: 'deleted', at: this.#now() })
      await this.#disk.removeFolder(folder)
      return { outcome: 'done', slug }
    })
  }

  async #put(slug: string, folder: string, before: FileMap, files: FileMap, why: Version['why']): Promise<void> {
    if (Object.keys(before).length > 0) {
      await keepVersion(this.#disk, slug, { folder, files: before, why, at: this.#now() })
    }
    await replaceFolder(this.#disk, folder, files)
  }

  async #lesson(folder: string): Promise<DeskLesson> {
    const files = await this.#disk.filesUnder(folder)
    const reading = parseLesson(folder, files)
    const slug = slugOf(folder)
    const [changed, draft] = await Promise.all([this.#disk.lastChange(folder), readDraft(this.#disk, slug)])
    return { slug, folder, files, revision: revisionOf(files), changed, draft, reading }
  }

  async #folders(): Promise<readonly string[]> {
    const entries = await this.#disk.list('')
    return entries.filter(({ name, isFolder }) => isFolder && !name.startsWith('.')).map(({ name }) => name)
  }

  async #folderOf(slug: string): Promise<string | null> {
    return (await this.#folders()).find((folder) => slugOf(folder) === slug) ?? null
  }

  /** The folder that a deleted lesson had, or one with the next number that is free. */
  async #freeFolder(wanted: string, slug: string): Promise<string> {
    const number = FOLDER_NAME.exec(wanted)?.[1] ?? '1'
    if (!(await this.#numberRefusal(number))) return `${number}-${slug}`
    const taken = (await this.#folders()).map((folder) => Math.floor(numberOf(folder)))
    return `${String(Math.max(0, ...taken) + 1).padStart(2, '0')}-${slug}`
  }

  async #slugRefusal(slug: string): Promise<Refusal | null> {
    if (!isSlug(slug)) return { outcome: 'refused', why: 'bad-slug' }
    return (await this.#folderOf(slug)) === null ? null : { outcome: 'refused', why: 'slug-taken' }
  }

  async #numberRefusal(number: string, besides?: string): Promise<Refusal | null> {
    if (!isLessonNumber(number)) return { outcome: 'refused', why: 'bad-number' }
    const taken = (await this.#folders()).some((folder) => folder !== besides && numberOf(folder) === Number(number))
    return taken ? { outcome: 'refused', why: 'number-taken' } : null
  }

  async #finishAll(): Promise<void> {
    for (const folder of await unfinishedFolders(this.#disk)) await this.#finish(folder)
  }

  async #finish(folder: string): Promise<void> {
    if ((await unfinishedFolders(this.#disk)).includes(folder)) await this.#alone(() => recover(this.#disk, folder))
  }

  /** One change at a time, over all lessons: renaming and numbers concern more than one of them. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#do(async () =>
      withLock(await this.#disk.placeFor(LOCK), async () => {
        for (const folder of await unfinishedFolders(this.#disk)) await recover(this.#disk, folder)
        return work()
      }),
    )
  }

  async #do<T>(work: () => Promise<T>): Promise<T> {
    try {
      await this.#disk.check()
      return await work()
    } catch (error) {
      const told = diskError(error)
      if (told.problem === 'other') console.error(error)
      throw told
    }
  }
}

function slugOf(folder: string): string {
  return FOLDER_NAME.exec(folder)?.[2] ?? folder
}

function numberOf(folder: string): number {
  return Number(FOLDER_NAME.exec(folder)?.[1] ?? Number.NaN)
}
