import 'server-only'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type LessonDisk, lessonFolders, lessonPaths, readLesson } from '@/lib/lessons/course'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import type { Lesson, Locale } from '@/lib/lessons/model'
import type { LessonReading } from '@/lib/lessons/parse/lesson'

const ROOT = join(process.cwd(), 'lessons')

const disk: LessonDisk = {
  async list(folder) {
    const entries = await readdir(join(ROOT, folder), { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
  },
  read: (path) => readFile(join(ROOT, path), 'utf8'),
}

/** A lesson as it was read last, and what its files were then. */
interface Kept {
  readonly stamp: string
  readonly reading: LessonReading
}

const kept = new Map<string, Kept>()

/** The course in one language, by number. Lessons with mistakes are left out, and said on the server's console. */
export async function listLessons(locale: Locale): Promise<readonly Lesson[]> {
  const readings = await Promise.allSettled((await lessonFolders(disk)).map(readKept))
  const lessons = readings.flatMap((result) => {
    if (result.status === 'fulfilled') return result.value.lessons[locale] ?? []
    console.warn(result.reason)
    return []
  })
  return lessons.sort((a, b) => a.number - b.number)
}

/** One lesson in one language; `null` when there is none, or when it has mistakes. */
export async function getLesson(slug: string, locale: Locale): Promise<Lesson | null> {
  const lessons = await listLessons(locale)
  return lessons.find((lesson) => lesson.slug === slug) ?? null
}

/** Reads a lesson again only when one of its files came, went or changed since. */
async function readKept(folder: string): Promise<LessonReading> {
  const stamp = await stampOf(folder)
  const last = kept.get(folder)
  if (last?.stamp === stamp) return last.reading
  const reading = await readLesson(disk, folder)
  kept.set(folder, { stamp, reading })
  for (const diagnostic of reading.diagnostics) console.warn(formatDiagnostic(diagnostic))
  return reading
}

async function stampOf(folder: string): Promise<string> {
  const paths = await lessonPaths(disk, folder)
  const files = await Promise.all(paths.map(async (path) => ({ path, ...(await facts(path)) })))
  return JSON.stringify(files)
}

async function facts(path: string): Promise<{ size: number; changed: number }> {
  const { size, mtimeMs } = await stat(join(ROOT, path))
  return { size, changed: mtimeMs }
}
