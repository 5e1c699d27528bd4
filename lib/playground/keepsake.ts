import { isNothing, NO_PROGRESS, type Progress, progressIn } from '@/lib/lessons/progress'
import { type Kept, type KeyValueStorage, keptIn, WORK_PREFIX, workStorage } from '@/lib/playground/persistence'
import { NO_WORK, type Work } from '@/lib/playground/work'

/** Everything that a student made, as a file to take along. */
export interface Keepsake {
  readonly format: 'barbershop'
  readonly version: 1
  readonly progress: Progress
  /** By the slug of the lesson. */
  readonly work: Readonly<Record<string, Work>>
}

/** The names under which this site keeps things in the browser's storage all begin so. */
const OURS = 'barbershop:'

/** A storage whose keys can be listed, as `window.localStorage`. */
export type ListedStorage = KeyValueStorage & Pick<Storage, 'key' | 'length'>

/** What there is to take along. */
export function gather(storage: ListedStorage, progress: Progress): Keepsake {
  const work = keysOf(storage, WORK_PREFIX).flatMap((key): [string, Work][] => {
    const slug = key.slice(WORK_PREFIX.length)
    const kept = workStorage(slug, () => storage).load().work
    return kept.story.length === 0 && Object.keys(kept.edits).length === 0 ? [] : [[slug, kept]]
  })
  return { format: 'barbershop', version: 1, progress, work: Object.fromEntries(work) }
}

/** Reads a file that was taken along; `null` when it is none. Of what is in it only what is sound. */
export function readKeepsake(text: string): Keepsake | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'barbershop') return null
  if (!('version' in value) || value.version !== 1) return null
  const progress = 'progress' in value ? progressIn(value.progress) : NO_PROGRESS
  const given =
    'work' in value && typeof value.work === 'object' && value.work !== null ? Object.entries(value.work) : []
  const work = given.flatMap(([slug, one]): [string, Work][] => {
    const kept: Kept | null = /^[a-z0-9-]{1,60}$/.test(slug) ? keptIn(one) : null
    return kept ? [[slug, kept.work]] : []
  })
  return { format: 'barbershop', version: 1, progress, work: Object.fromEntries(work) }
}

export function isEmpty({ progress, work }: Keepsake): boolean {
  return isNothing(progress) && Object.keys(work).length === 0
}

/** Puts work in the place of what there is for the same lessons. Returns whether all of it could be kept. */
export function takeBack(storage: KeyValueStorage, work: Keepsake['work']): boolean {
  return Object.entries(work)
    .map(([slug, one]) => workStorage(slug, () => storage).save({ work: one ?? NO_WORK, running: false }))
    .every((kept) => kept)
}

/** Removes everything of ours from the browser's storage. */
export function forget(storage: ListedStorage): void {
  for (const key of keysOf(storage, OURS)) storage.removeItem(key)
}

function keysOf(storage: ListedStorage, prefix: string): readonly string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  return keys.filter((key) => key !== null).filter((key) => key.startsWith(prefix))
}
