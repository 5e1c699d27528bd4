import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import { filesAt } from '@/lib/engine/trace/files-at'
import { jarAt, jarEntries } from '@/lib/engine/trace/jar-at'
import type { Log } from '@/lib/engine/trace/log'
import { redisAt } from '@/lib/engine/trace/redis-at'
import { sessionsAt } from '@/lib/engine/trace/sessions-at'
import { previewText } from '@/lib/lessons/check/preview-text'
import type { RowsFence } from '@/lib/lessons/model'

/** A row of a jar, of a session table, of the disk or of Redis, as text. */
export interface Row {
  readonly key: string
  readonly value: string
}

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

/** The files that were written since the world began and are still there, with their text. */
function fileRows(log: Log): readonly Row[] {
  return filesAt(log, log.length)
    .files.values()
    .map(({ path, content }) => ({ key: path, value: content }))
}

function redisRows(log: Log): readonly Row[] {
  return redisAt(log, log.length)
    .keys.values()
    .map(({ key, value }) => ({ key, value }))
}
