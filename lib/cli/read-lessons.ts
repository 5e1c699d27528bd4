import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LessonDisk, lessonFolders, readLesson } from '@/lib/lessons/course'
import type { LessonReading } from '@/lib/lessons/parse/lesson'

/** Reads every lesson in a folder of lessons; one that is not there holds none. */
export async function readLessons(root: string): Promise<readonly LessonReading[]> {
  const disk = diskAt(root)
  const folders = await lessonFolders(disk).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return Promise.all(folders.map((folder) => readLesson(disk, folder)))
}

/** The folder at a path as lessons are read from it. */
export function diskAt(root: string): LessonDisk {
  return {
    async list(folder) {
      const entries = await readdir(join(root, folder), { withFileTypes: true })
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    },
    read: (path) => readFile(join(root, path), 'utf8'),
  }
}
