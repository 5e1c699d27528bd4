import 'server-only'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import type { Lesson, Locale } from '@/lib/lessons/model'
import { type LessonReading, parseLesson } from '@/lib/lessons/parse/lesson'
import { type Aliases, readAliases } from '@/lib/server/desk/aliases'
import { revisionOf } from '@/lib/server/desk/lesson-files'
import { SafeDisk } from '@/lib/server/desk/safe-disk'
import { lastValid, rememberValid } from '@/lib/server/lessons/last-valid'
import { settings } from '@/lib/server/settings'

/** A lesson as students get it, and what tells it from what it was before. */
export interface ServedLesson {
  readonly lesson: Lesson
  readonly revision: string
}

/** A lesson's folder as it was read last, and what its files were then. */
interface Kept {
  readonly stamp: string
  readonly reading: LessonReading
  readonly served: ReadonlyMap<Locale, ServedLesson>
}

const kept = new Map<string, Kept>()

/**
 * The course in one language, by number. Of a lesson that has mistakes now, the last version that had none. Throws a
 * DiskError when the folder of lessons is missing: that is no empty course, and what was rendered before stays.
 */
export async function serveLessons(locale: Locale): Promise<readonly ServedLesson[]> {
  return servedIn(locale, await readCourse())
}

/** One lesson in one language; `null` when there is none that is fit to be shown. */
export async function serveLesson(slug: string, locale: Locale): Promise<ServedLesson | null> {
  const lessons = await serveLessons(locale)
  return lessons.find(({ lesson }) => lesson.slug === slug) ?? null
}

/** Slugs of today by those of before, for lessons that were renamed. */
export function renamedLessons(): Promise<Aliases> {
  return readAliases(new SafeDisk(settings().lessons))
}

/** What tells the course from what it was before, in one language. */
export async function courseRevision(locale: Locale): Promise<string> {
  return (await courseRevisions())[locale]
}

/** The same in both languages, by one look at the disk. */
export async function courseRevisions(): Promise<Readonly<Record<Locale, string>>> {
  const course = await readCourse()
  return { zh: revisionIn('zh', course), en: revisionIn('en', course) }
}

function revisionIn(locale: Locale, course: readonly Kept[]): string {
  const lessons = servedIn(locale, course)
  return revisionOf(Object.fromEntries(lessons.map(({ lesson, revision }) => [lesson.slug, revision])))
}

function servedIn(locale: Locale, course: readonly Kept[]): readonly ServedLesson[] {
  return course.flatMap(({ served }) => served.get(locale) ?? []).sort((a, b) => a.lesson.number - b.lesson.number)
}

async function readCourse(): Promise<readonly Kept[]> {
  const disk = new SafeDisk(settings().lessons)
  await disk.check()
  const folders = (await disk.list('')).filter(({ name, isFolder }) => isFolder && !name.startsWith('.'))
  const all = await Promise.allSettled(folders.map(({ name }) => readKept(disk, name)))
  return all.flatMap((result) => {
    if (result.status === 'fulfilled') return result.value
    console.warn(result.reason)
    return []
  })
}

/** Reads a lesson again only when one of its files came, went or changed since. */
async function readKept(disk: SafeDisk, folder: string): Promise<Kept> {
  const stamp = await disk.stamp(folder)
  const last = kept.get(`${disk.root} ${folder}`)
  if (last?.stamp === stamp) return last
  const files = await disk.filesUnder(folder)
  const reading = parseLesson(folder, files)
  for (const diagnostic of reading.diagnostics) console.warn(formatDiagnostic(diagnostic))
  if (reading.diagnostics.length === 0) await rememberValid(disk, reading.slug, { folder, files })
  const fallback = reading.diagnostics.length === 0 ? null : await lastValid(disk, reading.slug)
  const served = new Map<Locale, ServedLesson>()
  for (const [lessons, revision] of [
    [fallback?.reading.lessons ?? {}, fallback?.revision ?? ''],
    [reading.lessons, revisionOf(files)],
  ] as const) {
    for (const lesson of Object.values(lessons)) served.set(lesson.locale, { lesson, revision })
  }
  const now: Kept = { stamp, reading, served }
  kept.set(`${disk.root} ${folder}`, now)
  return now
}
