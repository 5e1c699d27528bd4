import type { Log } from '@/lib/engine/trace/log'
import type { Comparison } from '@/lib/lessons/check/check-answer'
import { matchCookieLine } from '@/lib/lessons/check/cookie-line'
import type { Mismatch } from '@/lib/lessons/check/failure'
import { formsOf } from '@/lib/lessons/check/forms'
import { type Captures, matchPattern } from '@/lib/lessons/check/match-pattern'
import { type Row, rowsOf } from '@/lib/lessons/check/rows-of'
import type { Pattern, RowsFence } from '@/lib/lessons/model'
import { patternText } from '@/lib/lessons/pattern'

type Expected = RowsFence['rows'][number]

/** Rows that are shown when none of them is the one expected, and characters of each. */
const SHOWN = 10
const SHOWN_OF_ROW = 500

/**
 * Compares rows with those of a fence.
 * @param at how many events had happened when they are looked at
 */
export function checkRows(fence: RowsFence, log: Log, known: Captures, at = log.length): Comparison {
  const rows = rowsOf(fence, log, at)
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
  const names = of === 'jar' ? known : idsIn(known)
  const text = rowText({ key: patternText(expected.key, names), value: patternText(expected.value, names) }, of)
  for (const row of rows) {
    const byKey = matchKey(expected.key, row.key, of, known)
    const found = byKey && matchValue(expected.value, row.value, of, byKey)
    if (!found) continue
    return present ? found : { kind: 'no-row', line, expected: text, actual: rowText(row, of) }
  }
  if (!present) return known
  const sameKey = rows.filter((row) => matchKey(expected.key, row.key, of, known))
  const shown = (sameKey.length > 0 ? sameKey : rows).slice(0, SHOWN).map((row) => rowText(row, of))
  return { kind: 'row', line, expected: text, actual: shown.length === 0 ? null : shown.join('\n') }
}

/** What a cookie carries is in a jar as it is; a server has the id that is in it, see `forms.ts`. */
function matchKey(key: Pattern, actual: string, of: RowsFence['of'], known: Captures): Captures | null {
  return of === 'jar' ? matchPattern(key, actual, known, 'whole') : matchPattern(key, actual, known, 'whole', formsOf)
}

/** What was captured, as servers have it. */
function idsIn(known: Captures): Captures {
  return new Map([...known].map(([name, value]) => [name, formsOf(value).at(-1) ?? value]))
}

function matchValue(value: Pattern, actual: string, of: RowsFence['of'], known: Captures): Captures | null {
  if (value.length === 0) return known
  return of === 'jar' ? matchCookieLine(value, actual, known) : matchPattern(value, actual, known, 'word', formsOf)
}

function rowText({ key, value }: Row, of: RowsFence['of']): string {
  if (value === '') return key
  const text = of === 'jar' && !value.startsWith(';') ? `${key}=${value}` : `${key}${of === 'jar' ? '' : ' '}${value}`
  return text.length > SHOWN_OF_ROW ? `${text.slice(0, SHOWN_OF_ROW)}…` : text
}
