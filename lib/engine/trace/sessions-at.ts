import type { Event, EventOf, ExchangeId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'
import {
  emptyTable,
  type KeptRow,
  type RemovedRow,
  type SessionRow,
  type SessionTable,
  type Touch,
  tableKey,
  touchOf,
  withoutRow,
  withRow,
} from '@/lib/engine/trace/session-table'
import { folderOf, idOfFile, idOfRedisKey, REDIS, rowInFile, rowInRedis } from '@/lib/engine/trace/stored-rows'

export interface Sessions {
  /** By store and process; of memory, only of processes that run. */
  readonly tables: OrderedMap<string, SessionTable>
  /** The most recent exchange, after those whose redirects it followed: what marks of change are about. */
  readonly recent: readonly ExchangeId[]
}

function reduce(sessions: Sessions, event: Event): Sessions {
  switch (event.type) {
    case 'request-sent': {
      const follows = event.redirectOf !== undefined && sessions.recent.includes(event.redirectOf)
      return { ...sessions, recent: follows ? [...sessions.recent, event.exchange] : [event.exchange] }
    }
    case 'row-set': {
      const { key, value, before, expires = null } = event
      const row = { key, place: key, value, broken: false, expires }
      const table = tableOf(sessions, event)
      return withTable(sessions, withRow(table, row, before, touchOf(event, event.exchange)))
    }
    case 'row-removed': {
      const table = tableOf(sessions, event)
      return withTable(sessions, withoutRow(table, event.key, event.before, touchOf(event, event.exchange)))
    }
    case 'rows-uncounted':
      return withTable(sessions, { ...tableOf(sessions, event), uncounted: event.count })
    case 'file-written': {
      const shared = { process: null, store: folderOf(event.path) }
      const row = rowInFile(event, sessions.tables.get(tableKey(shared)))
      return row === null ? sessions : stored(sessions, shared, row, event)
    }
    case 'redis-key-set': {
      const shared = { process: null, store: REDIS }
      const row = rowInRedis(event, sessions.tables.get(tableKey(shared)))
      return row === null ? sessions : stored(sessions, shared, row, event)
    }
    case 'file-removed':
      return taken(sessions, { process: null, store: folderOf(event.path) }, idOfFile(event.path), event.path, event)
    case 'redis-key-removed':
      return taken(sessions, { process: null, store: REDIS }, idOfRedisKey(event.key), event.key, event)
    case 'process-exited': {
      const gone = sessions.tables.values().filter(({ process }) => process === event.process)
      if (gone.length === 0) return sessions
      return { ...sessions, tables: gone.reduce((tables, table) => tables.without(tableKey(table)), sessions.tables) }
    }
    default:
      return sessions
  }
}

type Store = Pick<SessionTable, 'process' | 'store'>

function tableOf(sessions: Sessions, store: Store): SessionTable {
  return sessions.tables.get(tableKey(store)) ?? emptyTable(store)
}

function withTable(sessions: Sessions, table: SessionTable): Sessions {
  return { ...sessions, tables: sessions.tables.with(tableKey(table), table) }
}

/** A row that was written from outside of what its store tells: what was there before is known from the table. */
function stored(sessions: Sessions, store: Store, row: KeptRow, event: EventOf<'file-written' | 'redis-key-set'>) {
  const table = tableOf(sessions, store)
  const old = table.rows.get(row.key)
  const before = old === undefined ? null : old.broken && old.before !== null ? old.before : old.value
  return withTable(sessions, withRow(table, row, before, touchOf(event, event.exchange)))
}

/** A file or a key is gone, and a row with it if it held one. */
function taken(
  sessions: Sessions,
  store: Store,
  key: string,
  place: string,
  event: EventOf<'file-removed' | 'redis-key-removed'>,
) {
  const table = tableOf(sessions, store)
  const row = table.rows.get(key)
  if (row?.place !== place) return sessions
  return withTable(sessions, withoutRow(table, key, row.value, touchOf(event, event.exchange)))
}

export const sessionsProjection = new Projection<Sessions>({ tables: OrderedMap.empty(), recent: [] }, reduce)

/**
 * The session tables at a cursor. What a process kept in its memory is gone when it exits, as it is for the program;
 * files and Redis keys stay.
 */
export function sessionsAt(log: Log, cursor: number): Sessions {
  return sessionsProjection.at(log, cursor)
}

/** What one of the exchanges did to a row, if it was the last to change it; `Sessions.recent` are those to mark. */
export function markOf(row: SessionRow, exchanges: readonly ExchangeId[]): 'added' | 'changed' | null {
  if (isOneOf(row.created, exchanges)) return 'added'
  return isOneOf(row.changed, exchanges) ? 'changed' : null
}

/** Rows that one of the exchanges removed and that did not come back, if no later exchange removed any. */
export function removedBy(table: SessionTable, exchanges: readonly ExchangeId[]): RemovedRow[] {
  return table.removed.toArray().filter(({ key, removed }) => isOneOf(removed, exchanges) && !table.rows.has(key))
}

function isOneOf({ exchange }: Touch, exchanges: readonly ExchangeId[]): boolean {
  return exchange !== null && exchanges.includes(exchange)
}
