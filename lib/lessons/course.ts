import type { Diagnostic } from '@/lib/lessons/diagnostic'
import { type FileMap, isLessonFile } from '@/lib/lessons/parse/files'
import { type LessonReading, parseLesson } from '@/lib/lessons/parse/lesson'

/** Where lessons are kept, as far as reading them goes. Paths are relative to the folder of all lessons. */
export interface LessonDisk {
  /** What a folder holds; `''` is the folder of all lessons. */
  list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>
  read(path: string): Promise<string>
}

/** Names of the lessons' folders, in order. Files beside them, such as the authors' guide, are no lessons. */
export async function lessonFolders(disk: LessonDisk): Promise<readonly string[]> {
  const entries = await disk.list('')
  return entries
    .filter(({ name, isFolder }) => isFolder && isLessonFile(name))
    .map(({ name }) => name)
    .sort()
}

/** Paths of a lesson's files, relative to the folder of all lessons. */
export async function lessonPaths(disk: LessonDisk, folder: string): Promise<readonly string[]> {
  const entries = (await disk.list(folder)).filter(({ name }) => isLessonFile(name))
  const paths = entries.map(({ name, isFolder }) =>
    isFolder ? lessonPaths(disk, `${folder}/${name}`) : [`${folder}/${name}`],
  )
  return (await Promise.all(paths)).flat().sort()
}

/** Reads one lesson. */
export async function readLesson(disk: LessonDisk, folder: string): Promise<LessonReading> {
  const paths = await lessonPaths(disk, folder)
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length + 1), await disk.read(path)] as const),
  )
  const files: FileMap = Object.fromEntries(texts)
  return parseLesson(folder, files)
}

/** What is wrong with lessons side by side: two with one slug, or with one number. */
export function duplicatesAmong(readings: readonly LessonReading[]): readonly Diagnostic[] {
  return readings.flatMap(({ folder, slug, number }, index) => {
    const earlier = readings.slice(0, index).find((other) => other.slug === slug || other.number === number)
    if (!earlier) return []
    const same = earlier.slug === slug ? `slug "${slug}"` : `number ${number}`
    const message = `lessons/${earlier.folder} has the same ${same}`
    return [{ file: `lessons/${folder}`, line: 1, column: 1, code: 'duplicate-lesson', message }]
  })
}
