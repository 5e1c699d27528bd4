import type { Log } from '@/lib/engine/trace/log'
import type { Row } from '@/lib/lessons/check/row'

/** The files on the disk that came to be since the world began, with their text. */
export function fileRows(log: Log): readonly Row[] {
  const files = new Map<string, string>()
  for (const event of log.events()) {
    if (event.type === 'file-written') files.set(event.path, event.content)
    else if (event.type === 'file-removed') files.delete(event.path)
  }
  return rows(files)
}

/** The keys that are in Redis, with their values as text. */
export function redisRows(log: Log): readonly Row[] {
  const keys = new Map<string, string>()
  for (const event of log.events()) {
    if (event.type === 'redis-key-set') keys.set(event.key, event.value)
    else if (event.type === 'redis-key-removed') keys.delete(event.key)
  }
  return rows(keys)
}

function rows(map: ReadonlyMap<string, string>): readonly Row[] {
  return [...map].map(([key, value]) => ({ key, value }))
}
