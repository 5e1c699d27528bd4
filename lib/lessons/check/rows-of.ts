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

/**
 * The rows that a fence speaks of.
 * @param at how many events had happened when they are looked at
 */
export function rowsOf({ of, visitor }: Pick<RowsFence, 'of' | 'visitor'>, log: Log, at = log.length): readonly Row[] {
  switch (of) {
    case 'jar':
      return jarRows(log, at, visitor ?? '')
    case 'sessions':
      return sessionRows(log, at)
    case 'files':
      return fileRows(log, at)
    case 'redis':
      return redisRows(log, at)
    default:
      return of satisfies never
  }
}

function jarRows(log: Log, at: number, visitor: string): readonly Row[] {
  return jarEntries(jarAt(log, at), visitor).map(({ cookie }) => ({
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

function sessionRows(log: Log, at: number): readonly Row[] {
  return sessionsAt(log, at)
    .tables.values()
    .flatMap((table) => table.rows.values().map(({ key, value }) => ({ key, value: previewText(value) })))
}

/** The files that were written since the world began and are still there, with their text. */
function fileRows(log: Log, at: number): readonly Row[] {
  return filesAt(log, at)
    .files.values()
    .map(({ path, content }) => ({ key: path, value: content }))
}

function redisRows(log: Log, at: number): readonly Row[] {
  return redisAt(log, at)
    .keys.values()
    .map(({ key, value }) => ({ key, value }))
}
