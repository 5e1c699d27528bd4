import { shownPath } from '@/lib/engine/story/disk-path'
import type { EventBody, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import type { FileChange } from '@/lib/runtime/disk/tree'

/** Characters of a file that an event carries. Sessions, pages and programs are shorter. */
export const LONGEST_CONTENT = 8000

/** Whose work a change is; both `null` for a person's hand. */
export interface Author {
  readonly process: ProcessId | null
  readonly exchange: ExchangeId | null
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A change of the disk as the log says it. `torn`: the path of the file whose write was cut in half. */
export function eventOf(change: FileChange, { process, exchange }: Author, torn: string | null): EventBody {
  const path = shownPath(change.path)
  if (change.kind === 'removed') return { type: 'file-removed', process, exchange, path }
  const text = decoder.decode(change.bytes)
  return {
    type: 'file-written',
    process,
    exchange,
    path,
    content: text.slice(0, LONGEST_CONTENT),
    cut: Math.max(0, text.length - LONGEST_CONTENT),
    size: change.bytes.length,
    isNew: change.isNew,
    ...(change.path === torn ? { torn: true } : {}),
  }
}
