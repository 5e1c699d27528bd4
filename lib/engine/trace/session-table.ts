import type { Preview } from '@/lib/engine/sessions/preview'
import type { Event, ExchangeId, ProcessId, StoreRef } from '@/lib/engine/trace/event'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Vector } from '@/lib/engine/trace/persistent/vector'

/** When and by what a row was changed. */
export interface Touch {
  readonly seq: number
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly at: number
  /** `null`: by none, or by an unknown one. */
  readonly exchange: ExchangeId | null
}

/** What a store keeps under a session id. */
export interface KeptRow {
  readonly key: string
  /** Where it is kept: a file's path, a Redis key; elsewhere the key itself. */
  readonly place: string
  /** Of a broken row, its text. */
  readonly value: Preview
  /** It is not (or no longer) the JSON of a session: half written, emptied, or something else was put there. */
  readonly broken: boolean
  /**
   * When it expires, in milliseconds since the Unix epoch; `null`: not by itself. Only Redis removes a row at that moment:
   * a MemoryStore does when it is asked for it, and a file stays as long as nobody deletes it.
   */
  readonly expires: number | null
}

export interface SessionRow extends KeptRow {
  /** What it was before its last change, as far as that was whole; `null` when the row was new. */
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

/** The rows of one store. */
export interface SessionTable {
  /** The process whose memory it is; `null`: it lies outside of all processes and outlives them. */
  readonly process: ProcessId | null
  readonly store: StoreRef
  readonly rows: OrderedMap<string, SessionRow>
  /** What the last exchange that removed rows removed. */
  readonly removed: Vector<RemovedRow>
  /** How many rows exist that are not shown. */
  readonly uncounted: number
}

export function tableKey({ process, store }: Pick<SessionTable, 'process' | 'store'>): string {
  return `${process}\n${store.kind}\n${store.name}`
}

export function emptyTable({ process, store }: Pick<SessionTable, 'process' | 'store'>): SessionTable {
  return { process, store, rows: OrderedMap.empty(), removed: Vector.empty(), uncounted: 0 }
}

/** The event as a row's mark of who changed it. */
export function touchOf({ seq, at }: Event, exchange: ExchangeId | null): Touch {
  return { seq, at, exchange }
}

/** The table with a row as it is now. `before`: what the event says was there, `null` for nothing. */
export function withRow(table: SessionTable, row: KeptRow, before: Preview | null, changed: Touch): SessionTable {
  const created = before === null ? changed : (table.rows.get(row.key)?.created ?? changed)
  return { ...table, rows: table.rows.with(row.key, { ...row, before, created, changed }) }
}

/** The table without a row. `value`: what was in it. */
export function withoutRow(table: SessionTable, key: string, value: Preview, removed: Touch): SessionTable {
  const last = table.removed.last?.removed
  const others = last?.exchange === removed.exchange ? table.removed : Vector.empty<RemovedRow>()
  return { ...table, rows: table.rows.without(key), removed: others.push({ key, value, removed }) }
}
