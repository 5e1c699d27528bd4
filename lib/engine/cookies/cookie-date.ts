const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const time = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/
const dayOfMonth = /^\d{1,2}(?!\d)/
const year = /^\d{2,4}(?!\d)/

/** The delimiter production: tab, space and most ASCII punctuation, but neither ":" nor any letter or digit. */
function isDelimiter(code: number): boolean {
  return (
    code === 0x09 ||
    (code >= 0x20 && code <= 0x2f) ||
    (code >= 0x3b && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  )
}

function dateTokens(text: string): string[] {
  const tokens: string[] = []
  let start = 0
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && !isDelimiter(text.charCodeAt(i))) continue
    if (i > start) tokens.push(text.slice(start, i))
    start = i + 1
  }
  return tokens
}

/** Two-digit years: 70 to 99 are of the last century, 0 to 69 of this one (steps 3 and 4). */
function fullYear(value: number): number {
  if (value >= 70 && value <= 99) return value + 1900
  return value <= 69 ? value + 2000 : value
}

/** Milliseconds since the Unix epoch, or `null` when there is no such date (steps 5 and 6). */
function assemble(fields: { year: number; month: number; day: number; clock: readonly number[] }): number | null {
  const [hour = 0, minute = 0, second = 0] = fields.clock
  if (fields.day < 1 || fields.day > 31 || fields.year < 1601) return null
  if (hour > 23 || minute > 59 || second > 59) return null
  const at = Date.UTC(fields.year, fields.month, fields.day, hour, minute, second)
  return new Date(at).getUTCDate() === fields.day ? at : null
}

/**
 * Reads a cookie-date, the lenient way that all browsers share: tokens in almost any order, weekday and time zone
 * ignored (it is always UTC), trailing rubbish in a token allowed. Each token is tried as time, day, month and year in
 * this order, and the first of a kind counts, so that the second of two times can still become the day.
 *
 * @returns milliseconds since the Unix epoch, or `null` when it is no cookie-date
 * @see RFC 6265bis section 5.1.1
 */
export function parseCookieDate(text: string): number | null {
  let clock: readonly number[] | null = null
  let day: number | null = null
  let month: number | null = null
  let foundYear: number | null = null
  for (const token of dateTokens(text)) {
    if (clock === null) {
      const match = time.exec(token)
      if (match !== null) {
        clock = match.slice(1).map(Number)
        continue
      }
    }
    if (day === null && dayOfMonth.test(token)) {
      day = Number.parseInt(token, 10)
      continue
    }
    if (month === null) {
      const index = months.indexOf(token.slice(0, 3).toLowerCase())
      if (index !== -1) {
        month = index
        continue
      }
    }
    if (foundYear === null && year.test(token)) foundYear = fullYear(Number.parseInt(token, 10))
  }
  if (clock === null || day === null || month === null || foundYear === null) return null
  return assemble({ year: foundYear, month, day, clock })
}
