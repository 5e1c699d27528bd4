import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import { jarAt, jarEntries } from '@/lib/engine/trace/jar-at'
import type { Log } from '@/lib/engine/trace/log'
import { sessionsAt } from '@/lib/engine/trace/sessions-at'
import type { Comparison } from '@/lib/lessons/check/check-answer'
import { matchCookieLine } from '@/lib/lessons/check/cookie-line'
import type { Mismatch } from '@/lib/lessons/check/failure'
import { type Captures, matchPattern } from '@/lib/lessons/check/match-pattern'
import { previewText } from '@/lib/lessons/check/preview-text'
import type { Pattern, RowsFence } from '@/lib/lessons/model'
import { patternText } from '@/lib/lessons/pattern'

/** A row of a jar or of the session table, as text. */
interface Row {
  readonly key: string
  readonly value: string
}

type Expected = RowsFence['rows'][number]

/** Rows that are shown when none of them is the one expected. */
const SHOWN = 10

/** Compares the rows at the end of a log with those of a fence. */
export function checkRows(fence: RowsFence, log: Log, known: Captures): Comparison {
  const rows = fence.of === 'jar' ? jarRows(log, fence.visitor ?? '') : sessionRows(log)
  let captures = known
  const mismatches: Mismatch[] = []
  for (const expected of fence.rows) {
    const result = checkRow(expected, rows, fence.of, captures)
    if ('kind' in result) mismatches.push(result)
    else captures = result
  }
  return { captures, mismatches }
}

function checkRow(expected: Expected, rows: readonly Row[], of: RowsFence['of'], known: Captures): Captures | Mismatch {
  const { line, present } = expected
  const text = rowText({ key: patternText(expected.key, known), value: patternText(expected.value, known) }, of)
  for (const row of rows) {
    const byKey = matchKey(expected.key, row.key, known)
    const found = byKey && matchValue(expected.value, row.value, of, byKey)
    if (!found) continue
    return present ? found : { kind: 'no-row', line, expected: text, actual: rowText(row, of) }
  }
  if (!present) return known
  const sameKey = rows.filter((row) => matchKey(expected.key, row.key, known))
  const shown = (sameKey.length > 0 ? sameKey : rows).slice(0, SHOWN).map((row) => rowText(row, of))
  return { kind: 'row', line, expected: text, actual: shown.length === 0 ? null : shown.join('\n') }
}

/** A row goes by its key as it is, or as it stands in a cookie: percent-encoded. */
function matchKey(key: Pattern, actual: string, known: Captures): Captures | null {
  const found = matchPattern(key, actual, known, 'whole')
  return found || !actual.isWellFormed() ? found : matchPattern(key, encodeURIComponent(actual), known, 'whole')
}

function matchValue(value: Pattern, actual: string, of: RowsFence['of'], known: Captures): Captures | null {
  if (value.length === 0) return known
  return of === 'jar' ? matchCookieLine(value, actual, known) : matchPattern(value, actual, known, 'word')
}

function rowText({ key, value }: Row, of: RowsFence['of']): string {
  if (value === '') return key
  return of === 'jar' && !value.startsWith(';') ? `${key}=${value}` : `${key}${of === 'jar' ? '' : ' '}${value}`
}

function jarRows(log: Log, visitor: string): readonly Row[] {
  return jarEntries(jarAt(log, log.length), visitor).map(({ cookie }) => ({
    key: cookie.name,
    value: cookieText(cookie),
  }))
}

/** A stored cookie in the words of Set-Cookie. */
function cookieText(cookie: StoredCookie): string {
  const { value, domain, hostOnly, path, expiry, httpOnly, secure, sameSite } = cookie
  const attributes = [
    `Path=${path}`,
    hostOnly ? '' : `Domain=${domain}`,
    expiry === null ? '' : `Expires=${new Date(expiry).toUTCString()}`,
    httpOnly ? 'HttpOnly' : '',
    secure ? 'Secure' : '',
    sameSite === 'Default' ? '' : `SameSite=${sameSite}`,
  ]
  return [value, ...attributes.filter((attribute) => attribute !== '')].join('; ')
}

function sessionRows(log: Log): readonly Row[] {
  return sessionsAt(log, log.length)
    .tables.values()
    .flatMap((table) => table.rows.values().map(({ key, value }) => ({ key, value: previewText(value) })))
}
