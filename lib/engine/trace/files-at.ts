import type { Action } from '@/lib/engine/story/action'
import type { Event, EventOf, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

/** Whose doing a change was, and when. */
export interface FileTouch {
  readonly seq: number
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly at: number
  /** `null`: a person's hand. */
  readonly process: ProcessId | null
  /** `null`: by none, or by an unknown one. */
  readonly exchange: ExchangeId | null
}

/** What a file says. */
export interface FileContent {
  /** As text, up to a bound. */
  readonly content: string
  /** How many characters were left out. */
  readonly cut: number
  /** Bytes. */
  readonly size: number
}

export interface DiskFile extends FileContent {
  /** Relative to the program's folder where it lies in there, else absolute. */
  readonly path: string
  /** The write was cut in half by a power failure. */
  readonly torn: boolean
  /** `null`: it was there from the beginning. */
  readonly created: FileTouch | null
  readonly changed: FileTouch
  /** What it said before whoever changed it last; `null` when it was new then, or when nobody saw what it said. */
  readonly before: FileContent | null
}

export interface RemovedFile {
  readonly path: string
  /** What it said; `null` when nobody saw that. */
  readonly last: FileContent | null
  readonly removed: FileTouch
}

export interface DiskState {
  /** Files that were written since the beginning, by path. Those of the program that nobody wrote to are not among them. */
  readonly files: OrderedMap<string, DiskFile>
  /** Files that the most recent exchange removed, or a person since. */
  readonly removed: OrderedMap<string, RemovedFile>
  /** The most recent exchange, after those whose redirects it followed: what marks of change are about. */
  readonly recent: readonly ExchangeId[]
  /** Position in the log where that exchange began. */
  readonly since: number
  /** The power will fail in the middle of the next write. */
  readonly armed: boolean
  /** The action under way. */
  readonly doing: Action['type'] | null
}

function reduce(disk: DiskState, event: Event): DiskState {
  switch (event.type) {
    case 'action-started':
      return { ...disk, doing: event.started.type }
    case 'action-ended':
      return event.outcome === 'done' ? { ...disk, doing: null, armed: isArmedAfter(disk) } : { ...disk, doing: null }
    case 'request-sent': {
      const follows = event.redirectOf !== undefined && disk.recent.includes(event.redirectOf)
      if (follows) return { ...disk, recent: [...disk.recent, event.exchange] }
      return { ...disk, recent: [event.exchange], since: event.seq, removed: OrderedMap.empty() }
    }
    case 'file-written':
      return written(disk, event)
    case 'file-removed':
      return removed(disk, event)
    default:
      return disk
  }
}

function isArmedAfter({ doing, armed }: DiskState): boolean {
  if (doing === 'crash-in-write') return true
  return doing === 'restart' ? false : armed
}

function written(disk: DiskState, event: EventOf<'file-written'>): DiskState {
  const { path, content, cut, size, torn = false } = event
  const old = disk.files.get(path)
  const changed = touchOf(event)
  const file: DiskFile = {
    path,
    content,
    cut,
    size,
    torn,
    created: event.isNew ? changed : (old?.created ?? null),
    changed,
    before: event.isNew || !old ? null : contentBefore(old, changed),
  }
  return {
    ...disk,
    files: disk.files.with(path, file),
    removed: disk.removed.without(path),
    armed: disk.armed && !torn,
  }
}

/** Opening, emptying and filling a file are several events of one change: what counts is what it said before them all. */
function contentBefore(old: DiskFile, { process, exchange }: FileTouch): FileContent | null {
  const sameChange = process !== null && old.changed.process === process && old.changed.exchange === exchange
  return sameChange ? old.before : contentOf(old)
}

function removed(disk: DiskState, event: EventOf<'file-removed'>): DiskState {
  const { path } = event
  const old = disk.files.get(path)
  const gone: RemovedFile = { path, last: old ? contentOf(old) : null, removed: touchOf(event) }
  return { ...disk, files: disk.files.without(path), removed: disk.removed.with(path, gone) }
}

function contentOf({ content, cut, size }: FileContent): FileContent {
  return { content, cut, size }
}

function touchOf({ seq, at, process, exchange }: EventOf<'file-written' | 'file-removed'>): FileTouch {
  return { seq, at, process, exchange }
}

export const filesProjection = new Projection<DiskState>(
  { files: OrderedMap.empty(), removed: OrderedMap.empty(), recent: [], since: 0, armed: false, doing: null },
  reduce,
)

/** The files on the disk at a cursor, as far as they were ever written to. */
export function filesAt(log: Log, cursor: number): DiskState {
  return filesProjection.at(log, cursor)
}

/** What the most recent exchange, or a person since, did to a file. */
export function fileMark(file: DiskFile, disk: DiskState): 'new' | 'changed' | null {
  if (file.created && isRecent(file.created, disk)) return 'new'
  return isRecent(file.changed, disk) ? 'changed' : null
}

/** Files that the most recent exchange removed, or a person since. */
export function removedLately(disk: DiskState): RemovedFile[] {
  return disk.removed.values().filter((file) => isRecent(file.removed, disk))
}

function isRecent({ seq, process, exchange }: FileTouch, { recent, since }: DiskState): boolean {
  return exchange === null ? process === null && seq > since : recent.includes(exchange)
}
