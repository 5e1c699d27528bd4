import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import { jarAt, jarEntries } from '@/lib/engine/trace/jar-at'
import type { Log } from '@/lib/engine/trace/log'
import { sessionsAt } from '@/lib/engine/trace/sessions-at'
import { fileRows, redisRows } from '@/lib/lessons/check/kept-rows'
import { previewText } from '@/lib/lessons/check/preview-text'
import type { Row } from '@/lib/lessons/check/row'
import type { RowsFence } from '@/lib/lessons/model'

/** The rows that a fence speaks of, as they are at the end of a log. */
export function rowsOf({ of, visitor }: Pick<RowsFence, 'of' | 'visitor'>, log: Log): readonly Row[] {
  switch (of) {
    case 'jar':
      return jarRows(log, visitor ?? '')
    case 'sessions':
      return sessionRows(log)
    case 'files':
      return fileRows(log)
    case 'redis':
      return redisRows(log)
    default:
      return of satisfies never
  }
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
