import { filesAt } from '@/lib/engine/trace/files-at'
import type { Log } from '@/lib/engine/trace/log'
import type { Row } from '@/lib/lessons/check/row'

/** The files that were written since the world began and are still there, with their text. */
export function fileRows(log: Log): readonly Row[] {
  return filesAt(log, log.length)
    .files.values()
    .map(({ path, content }) => ({ key: path, value: content }))
}

/** The keys that are in Redis, with their values as text. */
export function redisRows(log: Log): readonly Row[] {
  const keys = new Map<string, string>()
  for (const event of log.events()) {
    if (event.type === 'redis-key-set') keys.set(event.key, event.value)
    else if (event.type === 'redis-key-removed') keys.delete(event.key)
  }
  return [...keys].map(([key, value]) => ({ key, value }))
}
