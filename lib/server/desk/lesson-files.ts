import { createHash } from 'node:crypto'
import type { FileMap } from '@/lib/lessons/parse/files'
import { LESSON_BOUNDS, objectionToPath, type PathObjection } from '@/lib/server/desk/lesson-path'

/** Why files can't be saved together. `path` is the first that is to blame. */
export interface FilesObjection {
  readonly objection:
    | PathObjection
    | 'same-name'
    | 'file-and-folder'
    | 'file-too-large'
    | 'lesson-too-large'
    | 'too-many'
  readonly path: string
}

/** Checks a whole lesson's files before anything touches the disk. */
export function objectionToFiles(files: FileMap): FilesObjection | null {
  const paths = Object.keys(files)
  if (paths.length > LESSON_BOUNDS.files) return { objection: 'too-many', path: paths[LESSON_BOUNDS.files] ?? '' }
  const folders = new Set(paths.flatMap((path) => foldersOf(path.toLowerCase())))
  const seen = new Set<string>()
  let total = 0
  for (const [path, text] of Object.entries(files)) {
    const objection = objectionToPath(path)
    if (objection) return { objection, path }
    // On many disks names that differ in case only are one name.
    const name = path.toLowerCase()
    if (seen.has(name)) return { objection: 'same-name', path }
    if (folders.has(name)) return { objection: 'file-and-folder', path }
    seen.add(name)
    const bytes = Buffer.byteLength(text)
    total += bytes
    if (bytes > LESSON_BOUNDS.fileBytes) return { objection: 'file-too-large', path }
    if (total > LESSON_BOUNDS.lessonBytes) return { objection: 'lesson-too-large', path }
  }
  return null
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** What a lesson's files are, in one short text: the same files give the same, any other give another. */
export function revisionOf(files: FileMap): string {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex')
}
