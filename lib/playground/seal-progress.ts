import { isNothing, mergeProgress, NO_PROGRESS, type Progress } from '@/lib/lessons/progress'
import type { ProgressStore } from '@/lib/playground/progress'

/** How long after a change progress is sealed, in milliseconds: several changes go together. */
const SOON = 1000

/**
 * Asks the server: for what the cookie holds, or, with something to keep, to seal that as well. Resolves with all that
 * the cookie holds afterwards; `null` when that could not be done.
 */
export type AskForSealed = (keep: Progress | null) => Promise<Progress | null>

/**
 * Keeps a copy of the progress in the sealed cookie, and takes over what the cookie has more. Asks the server only when
 * there is something to keep, or when this browser's own storage has nothing. Where it can't be kept, nothing is lost:
 * the browser's own storage comes first. Returns what ends it.
 */
export function sealProgress(store: ProgressStore, ask: AskForSealed): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let sealed = ''
  let over = false

  const exchange = async (): Promise<void> => {
    const mine = store.get()
    if (JSON.stringify(mine) === sealed) return
    const known = await ask(isNothing(mine) ? null : mine)
    if (known === null || over) return
    // What was done while the answer was on its way is in no cookie yet.
    sealed = JSON.stringify(mergeProgress(isNothing(mine) ? NO_PROGRESS : mine, known))
    store.merge(known)
  }

  const end = store.subscribe(() => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void exchange(), SOON)
  })
  void exchange()
  return () => {
    over = true
    if (timer !== null) clearTimeout(timer)
    end()
  }
}
