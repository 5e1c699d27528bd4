import type { JarEntry } from '@/lib/engine/trace/jar-at'

/** Cookies of a full jar that are shown at first: nobody reads more. */
export const SHOWN_COOKIES = 25

/** The cookies that were set last, in the jar's own order. What the log does not say when it came is the oldest. */
export function newestCookies(entries: readonly JarEntry[], most: number): readonly JarEntry[] {
  if (entries.length <= most) return entries
  const newest = new Set([...entries].sort((a, b) => setAt(b) - setAt(a)).slice(0, most))
  return entries.filter((entry) => newest.has(entry))
}

function setAt({ placing }: JarEntry): number {
  return placing?.seq ?? -1
}
