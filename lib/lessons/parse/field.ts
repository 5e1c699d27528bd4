import type { Place, Reporter } from '@/lib/lessons/diagnostic'

/** A header line of a transcript. */
export interface Field {
  readonly name: string
  readonly value: string
  readonly place: Place
}

/** A token of RFC 9110 section 5.6.2, which is what a header's name must be. */
export const FIELD_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** Reads `Name: value`; reports and gives `null` when it is none. */
export function parseField(text: string, place: Place, reporter: Reporter): Field | null {
  const colon = text.indexOf(':')
  const name = text.slice(0, colon)
  if (colon === -1 || !FIELD_NAME.test(name)) {
    reporter.report('bad-transcript', place, `"${text.trim()}" is no header line such as "Cookie: name=value"`)
    return null
  }
  const value = text.slice(colon + 1).trim()
  if (value === '') {
    reporter.report('bad-transcript', place, `"${name}" has no value`)
    return null
  }
  return { name, value, place }
}
