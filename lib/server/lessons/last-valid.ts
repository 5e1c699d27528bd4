import { z } from 'zod'
import type { FileMap } from '@/lib/lessons/parse/files'
import { type LessonReading, parseLesson } from '@/lib/lessons/parse/lesson'
import { DiskError } from '@/lib/server/desk/disk-error'
import { revisionOf } from '@/lib/server/desk/lesson-files'
import { isSlug } from '@/lib/server/desk/lesson-path'
import { HISTORY, type SafeDisk } from '@/lib/server/desk/safe-disk'

const schema = z.object({ folder: z.string(), files: z.record(z.string(), z.string()) })

/** A version of a lesson that had no mistakes. */
export interface ValidVersion {
  readonly reading: LessonReading
  readonly revision: string
}

/** Those of this process, by root and slug: a disk may be read-only. */
const inMemory = new Map<string, { readonly folder: string; readonly files: FileMap }>()

const pathOf = (slug: string) => `${HISTORY}/valid/${slug}.json`

/** Keeps a version for the day that the lesson has mistakes, where the disk lets us. */
export async function rememberValid(
  disk: SafeDisk,
  slug: string,
  version: { readonly folder: string; readonly files: FileMap },
): Promise<void> {
  if (!isSlug(slug)) return
  inMemory.set(`${disk.root} ${slug}`, version)
  const text = JSON.stringify(version)
  try {
    if ((await disk.read(pathOf(slug))) !== text) await disk.write(pathOf(slug), text)
  } catch (error) {
    // Students are not to miss a lesson because nothing can be written beside it; the desk says what is wrong.
    if (error instanceof DiskError && error.problem === 'link') console.warn(error)
  }
}

/** The last version without mistakes; `null` when none is known. */
export async function lastValid(disk: SafeDisk, slug: string): Promise<ValidVersion | null> {
  if (!isSlug(slug)) return null
  const version = inMemory.get(`${disk.root} ${slug}`) ?? (await onDisk(disk, slug))
  if (!version) return null
  const reading = parseLesson(version.folder, version.files)
  return { reading, revision: revisionOf(version.files) }
}

async function onDisk(disk: SafeDisk, slug: string) {
  try {
    const parsed = schema.safeParse(JSON.parse((await disk.read(pathOf(slug))) ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
