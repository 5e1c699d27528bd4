import { previewText } from '@/lib/engine/sessions/preview-text'
import { consoleProjection } from '@/lib/engine/trace/console-at'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { filesProjection } from '@/lib/engine/trace/files-at'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import type { Log } from '@/lib/engine/trace/log'
import { redisProjection } from '@/lib/engine/trace/redis-at'
import { sessionsProjection } from '@/lib/engine/trace/sessions-at'
import { timelineProjection } from '@/lib/engine/trace/timeline-at'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'

/** The panels that show what happened: it may change while another one is in sight. */
export type TellingPanel =
  | 'visitors'
  | 'cookie-jar'
  | 'session-table'
  | 'files'
  | 'redis'
  | 'exchanges'
  | 'timeline'
  | 'console'

/**
 * What a panel tells, as a text to compare with what it told before. Without positions in the log: a replay that comes
 * to the same gives the same.
 */
export function toldBy(panel: TellingPanel, log: Log, cursor: number): string {
  switch (panel) {
    case 'visitors':
      return visitorsTold(visitorsProjection.at(log, cursor))
    case 'cookie-jar':
      return jarsTold(jarProjection.at(log, cursor))
    case 'session-table':
      return tablesTold(sessionsProjection.at(log, cursor).tables)
    case 'files':
      return filesTold(filesProjection.at(log, cursor).files)
    case 'redis': {
      const { up, keys, typed } = redisProjection.at(log, cursor)
      return `${up} ${typed.dropped + typed.list.length} ${keysTold(keys)}`
    }
    case 'exchanges':
      return `${exchangesProjection.at(log, cursor).size}`
    case 'timeline':
      return `${timelineProjection.at(log, cursor).length}`
    case 'console':
      return `${consoleProjection.at(log, cursor).length}`
    default:
      return panel satisfies never
  }
}

type StateOf<P> = P extends { at(log: Log, cursor: number): infer State } ? State : never

/** States are never changed, so that what was told of one once holds for good. */
function once<State extends object>(tell: (state: State) => readonly unknown[]): (state: State) => string {
  const told = new WeakMap<State, string>()
  return (state) => {
    const known = told.get(state) ?? JSON.stringify(tell(state))
    told.set(state, known)
    return known
  }
}

const visitorsTold = once((visitors: StateOf<typeof visitorsProjection>) =>
  visitors.values().map(({ visitor, open, page }) => [visitor, open, page?.exchange]),
)

const jarsTold = once((jars: StateOf<typeof jarProjection>) =>
  jars.values().map(({ visitor, cookies }) => [visitor, ...[...cookies].map(([key, { value }]) => [key, value])]),
)

const tablesTold = once((tables: StateOf<typeof sessionsProjection>['tables']) =>
  tables
    .values()
    .flatMap(({ store, rows }) => rows.values().map(({ key, value }) => [store.name, key, previewText(value)])),
)

const filesTold = once((files: StateOf<typeof filesProjection>['files']) =>
  files.values().map(({ path, size, content }) => [path, size, content]),
)

const keysTold = once((keys: StateOf<typeof redisProjection>['keys']) =>
  keys.values().map(({ key, value, expires }) => [key, value, expires]),
)
