import { ROW_BOUNDS } from '@/lib/engine/sessions/bounds'
import { type ParsedRow, parseRow } from '@/lib/engine/sessions/parse-row'
import { primitivePreview } from '@/lib/engine/sessions/primitive'
import type { EventOf, StoreRef } from '@/lib/engine/trace/event'
import type { KeptRow, SessionTable } from '@/lib/engine/trace/session-table'

/*
 * Sessions that are kept outside of processes: as files and as Redis keys. Their stores are the program's own or any
 * package's, so a row is known by what it is: JSON of an object with a `cookie`.
 */

/** The store that a file would belong to: its folder. `.` is the program's own. */
export function folderOf(path: string): StoreRef {
  const slash = path.lastIndexOf('/')
  return { kind: 'files', name: slash < 0 ? '.' : path.slice(0, slash) || '/' }
}

export const REDIS: StoreRef = { kind: 'redis', name: 'redis' }

/** The id that a file is named after. */
export function idOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '')
}

/** The id at the end of a Redis key: stores put a prefix before it. */
export function idOfRedisKey(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1)
}

/**
 * The row in a file; `null` when it is none of a session's. In a folder that holds sessions, a broken one is shown as
 * it is rather than not at all.
 */
export function rowInFile(event: EventOf<'file-written'>, table: SessionTable | undefined): KeptRow | null {
  const key = idOfFile(event.path)
  const parsed = parsedText(event.content, event.cut)
  const row: KeptRow = {
    key,
    place: event.path,
    value: parsed.value,
    broken: parsed.kind !== 'session',
    expires: parsed.expires,
  }
  if (!row.broken) return row
  const isExpected = table?.rows.get(key)?.place === event.path
  return isExpected || (table !== undefined && event.path.endsWith('.json')) ? row : null
}

/** The row under a Redis key; `null` when it is none of a session's. Redis's own expiry is what counts there. */
export function rowInRedis(event: EventOf<'redis-key-set'>, table: SessionTable | undefined): KeptRow | null {
  const key = idOfRedisKey(event.key)
  const parsed = parsedText(event.value, event.cut)
  const isSession = event.kind === 'string' && parsed.kind === 'session'
  if (!isSession && table?.rows.get(key)?.place !== event.key) return null
  return { key, place: event.key, value: parsed.value, broken: !isSession, expires: event.expires }
}

/** `cut`: how many characters are missing at the end. A session too long to be shown is not broken. */
function parsedText(text: string, cut: number): ParsedRow {
  const mayBeSession = text.includes('"cookie"')
  if (mayBeSession && cut === 0) return parseRow(text, ROW_BOUNDS)
  const shown = primitivePreview(text, ROW_BOUNDS.stringLength)
  const value = shown.type === 'string' ? { ...shown, cut: shown.cut + cut } : shown
  return { kind: mayBeSession ? 'session' : 'broken', value, expires: null }
}
