import { mergeProgress, NO_PROGRESS, type Progress, progressIn, withDone, withSteps } from '@/lib/lessons/progress'
import type { KeyValueStorage } from '@/lib/playground/persistence'

const KEY = 'barbershop:progress:v2'

function readProgress(text: string | null): Progress {
  try {
    return progressIn(JSON.parse(text ?? ''))
  } catch {
    return NO_PROGRESS
  }
}

/** Progress that can be watched: the shape that React's `useSyncExternalStore` asks for. */
export interface ProgressStore {
  get(): Progress
  /** Returns what ends the watching. */
  subscribe(changed: () => void): () => void
  done(slug: string, task: string): void
  /** So many steps of the lesson's text were done. */
  steps(slug: string, count: number): void
  /** Takes over what is known from elsewhere. */
  merge(more: Progress): void
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

  function set(next: Progress): void {
    if (next === get()) return
    unkept = write(open, JSON.stringify(next)) ? null : next
    for (const changed of watching) changed()
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
    done: (slug, task) => set(withDone(get(), slug, task)),
    steps: (slug, count) => set(withSteps(get(), slug, count)),
    merge(more) {
      const next = mergeProgress(get(), more)
      // Nothing is written for nothing.
      if (JSON.stringify(next) !== JSON.stringify(get())) set(next)
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
