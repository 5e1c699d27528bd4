import type { Event, EventOf, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { Trie } from '@/lib/engine/trace/persistent/trie'
import { Projection } from '@/lib/engine/trace/projection'

/** Lines that ran, by file: ascending, from 1, each once. */
export type LinesByFile = ReadonlyMap<string, readonly number[]>

export interface LinesRan {
  readonly byExchange: Trie<ExchangeId, LinesByFile>
  /** What belongs to no exchange, or to an unknown one: the program's start, timers. */
  readonly byProcess: Trie<ProcessId, LinesByFile>
}

const NONE: LinesByFile = new Map()

function reduce(lines: LinesRan, event: Event): LinesRan {
  if (event.type !== 'lines-ran') return lines
  const { exchange, process } = event
  if (exchange === null) {
    const before = lines.byProcess.get(process) ?? NONE
    const after = withLines(before, event)
    return after === before ? lines : { ...lines, byProcess: lines.byProcess.with(process, after) }
  }
  const before = lines.byExchange.get(exchange) ?? NONE
  const after = withLines(before, event)
  return after === before ? lines : { ...lines, byExchange: lines.byExchange.with(exchange, after) }
}

function withLines(byFile: LinesByFile, { file, lines }: EventOf<'lines-ran'>): LinesByFile {
  const before = byFile.get(file) ?? []
  const known = new Set(before)
  const added = lines.filter((line) => !known.has(line))
  if (added.length === 0) return byFile
  const after = [...new Set([...before, ...added])].sort((a, b) => a - b)
  return new Map(byFile).set(file, after)
}

export const linesProjection = new Projection<LinesRan>({ byExchange: Trie.empty(), byProcess: Trie.empty() }, reduce)

/** Which lines ran on behalf of an exchange, up to a cursor. */
export function linesOf(log: Log, cursor: number, exchange: ExchangeId): LinesByFile {
  return linesProjection.at(log, cursor).byExchange.get(exchange) ?? NONE
}

/** Which lines of a process ran on behalf of no exchange, or of an unknown one, up to a cursor. */
export function linesOfProcess(log: Log, cursor: number, process: ProcessId): LinesByFile {
  return linesProjection.at(log, cursor).byProcess.get(process) ?? NONE
}
