import type { Place, Reporter } from '@/lib/lessons/diagnostic'

/** Reports an id that could be no part of an address, or of what is kept as progress. */
export function checkId(id: string, place: Place, reporter: Reporter): void {
  if (/^[a-z][a-z0-9-]*$/.test(id)) return
  reporter.report('bad-value', place, `id="${id}" is not made of small letters, digits and hyphens`)
}
