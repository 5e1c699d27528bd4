import type { SourcePlace } from '@/lib/engine/trace/event'

// As they were before any program ran: what ran is told also where a program has functions of its own for this.
const { apply } = Reflect
const { sort } = Array.prototype

function ascending(a: number, b: number): number {
  return a - b
}

/** Lines of one file that ran since the last look. Marking one costs a comparison and a store. */
class FileLines {
  readonly file: string
  readonly #seen: Uint32Array
  #round = 1
  #touched: number[] = []
  last = 0

  constructor(file: string, lines: number) {
    this.file = file
    this.#seen = new Uint32Array(lines + 2)
  }

  readonly mark = (line: number): void => {
    this.last = line
    if (this.#seen[line] === this.#round) return
    this.#seen[line] = this.#round
    this.#touched[this.#touched.length] = line
  }

  take(): number[] {
    if (this.#touched.length === 0) return this.#touched
    const lines: number[] = apply(sort, this.#touched, [ascending])
    this.#touched = []
    this.#round++
    return lines
  }
}

/** Which lines of a process's files ran, and which ran last. */
export class LineRecorder {
  readonly #files: FileLines[] = []
  #lastFile: FileLines | null = null

  /** The marking function of a file with so many lines. */
  file(file: string, lines: number): (line: number) => void {
    const entry = new FileLines(file, lines)
    this.#files.push(entry)
    return (line) => {
      this.#lastFile = entry
      entry.mark(line)
    }
  }

  /** Where execution is, or was last; `null` before the first line. */
  place(): SourcePlace | null {
    const entry = this.#lastFile
    return entry ? { file: entry.file, line: entry.last } : null
  }

  /** What ran since the last call, file by file, lines ascending. */
  collect(): { file: string; lines: number[] }[] {
    const ran: { file: string; lines: number[] }[] = []
    for (let i = 0; i < this.#files.length; i++) {
      const entry = this.#files[i]
      const lines = entry?.take()
      if (entry && lines && lines.length > 0) ran[ran.length] = { file: entry.file, lines }
    }
    return ran
  }
}
