import type { Preview } from '@/lib/engine/sessions/preview'
import type { Event, EventOf, ExchangeId, ProcessId, StoreRef } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Vector } from '@/lib/engine/trace/persistent/vector'
import { Projection } from '@/lib/engine/trace/projection'

/** When and by what a row was changed. */
export interface Touch {
  readonly seq: number
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly at: number
  /** `null`: by none, or by an unknown one. */
  readonly exchange: ExchangeId | null
}

export interface SessionRow {
  readonly key: string
  readonly value: Preview
  /** The value before its last change; `null` when the row was new. */
  readonly before: Preview | null
  readonly created: Touch
  /** The last change; the same as `created` when there was none. */
  readonly changed: Touch
}

export interface RemovedRow {
  readonly key: string
  /** What was in it. */
  readonly value: Preview
  readonly removed: Touch
}

/** The rows of one store, as one process sees it. */
export interface SessionTable {
  readonly process: ProcessId
  readonly store: StoreRef
  readonly rows: OrderedMap<string, SessionRow>
  /** What the last exchange that removed rows removed. */
  readonly removed: Vector<RemovedRow>
  /** How many rows exist that are not shown. */
  readonly uncounted: number
}

export interface Sessions {
  /** By store and process; only of processes that run. */
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
    case 'row-set':
      return withTable(sessions, event, (table) => ({
        ...table,
        rows: table.rows.with(event.key, rowSet(table, event)),
      }))
    case 'row-removed':
      return withTable(sessions, event, (table) => rowRemoved(table, event))
    case 'rows-uncounted':
      return withTable(sessions, event, (table) => ({ ...table, uncounted: event.count }))
    case 'process-exited': {
      const gone = sessions.tables.values().filter(({ process }) => process === event.process)
      if (gone.length === 0) return sessions
      return { ...sessions, tables: gone.reduce((tables, table) => tables.without(tableKey(table)), sessions.tables) }
    }
    default:
      return sessions
  }
}

type RowEvent = EventOf<'row-set' | 'row-removed' | 'rows-uncounted'>

function withTable(sessions: Sessions, event: RowEvent, change: (table: SessionTable) => SessionTable): Sessions {
  const key = tableKey(event)
  const table = sessions.tables.get(key) ?? emptyTable(event)
  return { ...sessions, tables: sessions.tables.with(key, change(table)) }
}

function tableKey({ process, store }: Pick<SessionTable, 'process' | 'store'>): string {
  return `${process}\n${store.kind}\n${store.name}`
}

function emptyTable({ process, store }: RowEvent): SessionTable {
  return { process, store, rows: OrderedMap.empty(), removed: Vector.empty(), uncounted: 0 }
}

function rowSet(table: SessionTable, event: EventOf<'row-set'>): SessionRow {
  const { key, value, before, seq, at, exchange } = event
  const changed: Touch = { seq, at, exchange }
  const created = before === null ? changed : (table.rows.get(key)?.created ?? changed)
  return { key, value, before, created, changed }
}

function rowRemoved(table: SessionTable, event: EventOf<'row-removed'>): SessionTable {
  const { key, before, seq, at, exchange } = event
  const last = table.removed.last?.removed
  const removed = last?.exchange === exchange ? table.removed : Vector.empty<RemovedRow>()
  const row: RemovedRow = { key, value: before, removed: { seq, at, exchange } }
  return { ...table, rows: table.rows.without(key), removed: removed.push(row) }
}

export const sessionsProjection = new Projection<Sessions>({ tables: OrderedMap.empty(), recent: [] }, reduce)

/** The session tables at a cursor. The rows of a process that exited are gone, as they are for the program. */
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
