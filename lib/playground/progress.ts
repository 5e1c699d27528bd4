import type { KeyValueStorage } from '@/lib/playground/persistence'

/** Ids of the tasks that are done, by the slug of their lesson. */
export type Progress = Readonly<Record<string, readonly string[]>>

export const NO_PROGRESS: Progress = {}

const KEY = 'barbershop:progress:v1'

/** What was kept, as far as it is sound; anything else is as good as nothing. */
export function readProgress(text: string | null): Progress {
  let value: unknown
  try {
    value = JSON.parse(text ?? '')
  } catch {
    return NO_PROGRESS
  }
  if (typeof value !== 'object' || value === null) return NO_PROGRESS
  const entries = Object.entries(value).flatMap(([slug, tasks]): [string, string[]][] =>
    Array.isArray(tasks) ? [[slug, tasks.filter((task): task is string => typeof task === 'string')]] : [],
  )
  return Object.fromEntries(entries)
}

export function withDone(progress: Progress, slug: string, task: string): Progress {
  const done = doneTasks(progress, slug)
  return done.includes(task) ? progress : { ...progress, [slug]: [...done, task] }
}

export function doneTasks(progress: Progress, slug: string): readonly string[] {
  return Object.hasOwn(progress, slug) ? (progress[slug] ?? []) : []
}

/** Of the tasks that a lesson has today, how many are done: it may have had others before. */
export function countDone(progress: Progress, slug: string, tasks: readonly string[]): number {
  const done = new Set(doneTasks(progress, slug))
  return tasks.filter((task) => done.has(task)).length
}

/** Progress that can be watched: the shape that React's `useSyncExternalStore` asks for. */
export interface ProgressStore {
  get(): Progress
  /** Returns what ends the watching. */
  subscribe(changed: () => void): () => void
  done(slug: string, task: string): void
}

/**
 * Progress over a storage that is shared by all pages of the site.
 * @param open gives the storage; may throw. Without one, progress holds until the page is left
 * @param otherPages calls back when another page wrote to the storage; returns what ends that
 */
export function createProgressStore(
  open: () => KeyValueStorage,
  otherPages: (changed: () => void) => () => void,
): ProgressStore {
  const watching = new Set<() => void>()
  let kept: { readonly text: string | null; readonly progress: Progress } = { text: null, progress: NO_PROGRESS }
  let unkept: Progress | null = null

  function get(): Progress {
    if (unkept) return unkept
    const text = read(open)
    // The same text gives the same object, so that nothing is rendered anew for nothing.
    if (text !== kept.text) kept = { text, progress: readProgress(text) }
    return kept.progress
  }

  return {
    get,
    subscribe(changed) {
      watching.add(changed)
      const end = otherPages(changed)
      return () => {
        watching.delete(changed)
        end()
      }
    },
    done(slug, task) {
      const next = withDone(get(), slug, task)
      unkept = write(open, JSON.stringify(next)) ? null : next
      for (const changed of watching) changed()
    },
  }
}

function read(open: () => KeyValueStorage): string | null {
  try {
    return open().getItem(KEY)
  } catch {
    return null
  }
}

function write(open: () => KeyValueStorage, text: string): boolean {
  try {
    open().setItem(KEY, text)
    return true
  } catch {
    return false
  }
}

/** The progress kept by this browser. */
export const browserProgress: ProgressStore = createProgressStore(
  () => window.localStorage,
  (changed) => {
    window.addEventListener('storage', changed)
    return () => window.removeEventListener('storage', changed)
  },
)
