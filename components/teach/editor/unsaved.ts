import type { FileMap } from '@/lib/lessons/parse/files'
import { changedPaths, type Edit } from './edit'

/** What is kept of an edit that is not saved: only what differs. */
interface Unsaved {
  readonly base: string
  /** Texts by path; `null`: the file was removed. */
  readonly changes: Readonly<Record<string, string | null>>
}

/** Not under the prefix that students' "forget me" clears. */
const keyOf = (slug: string) => `barbershop-desk:unsaved:v1:${slug}`

/** Keeps what is typed in the browser, so that neither a reload nor a sign-out nor a dead server loses it. Returns whether it could. */
export function keepUnsaved(storage: Storage | null, slug: string, { base, original, files }: Edit): boolean {
  const paths = changedPaths(original, files)
  try {
    if (!storage) return paths.length === 0
    const changes = Object.fromEntries(paths.map((path) => [path, files[path] ?? null]))
    if (paths.length === 0) storage.removeItem(keyOf(slug))
    else storage.setItem(keyOf(slug), JSON.stringify({ base, changes } satisfies Unsaved))
    return true
  } catch {
    return false
  }
}

/**
 * What was typed and not saved, put over a lesson's files; `null` when nothing was. `isBehind`: the lesson has changed
 * since it was typed.
 */
export function unsavedOver(
  storage: Storage | null,
  slug: string,
  lesson: { readonly revision: string; readonly files: FileMap },
): { readonly files: FileMap; readonly isBehind: boolean } | null {
  const unsaved = read(storage, slug)
  if (!unsaved) return null
  const files: Record<string, string> = { ...lesson.files }
  for (const [path, text] of Object.entries(unsaved.changes)) {
    if (text === null) delete files[path]
    else files[path] = text
  }
  return changedPaths(files, lesson.files).length === 0 ? null : { files, isBehind: unsaved.base !== lesson.revision }
}

function read(storage: Storage | null, slug: string): Unsaved | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(keyOf(slug)) ?? 'null')
    if (typeof value !== 'object' || value === null || !('base' in value) || !('changes' in value)) return null
    if (typeof value.base !== 'string' || typeof value.changes !== 'object' || value.changes === null) return null
    const changes = Object.entries(value.changes).filter(
      (entry): entry is [string, string | null] => entry[1] === null || typeof entry[1] === 'string',
    )
    return { base: value.base, changes: Object.fromEntries(changes) }
  } catch {
    return null
  }
}
