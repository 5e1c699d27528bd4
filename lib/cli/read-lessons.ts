import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LessonDisk, lessonFolders, readLesson } from '@/lib/lessons/course'
import type { LessonReading } from '@/lib/lessons/parse/lesson'

/** Reads every lesson in a folder of lessons. */
export async function readLessons(root: string): Promise<readonly LessonReading[]> {
  const disk = diskAt(root)
  return Promise.all((await lessonFolders(disk)).map((folder) => readLesson(disk, folder)))
}

function diskAt(root: string): LessonDisk {
  return {
    async list(folder) {
      const entries = await readdir(join(root, folder), { withFileTypes: true })
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    },
    read: (path) => readFile(join(root, path), 'utf8'),
  }
}
