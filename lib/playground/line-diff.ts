/** A line of two texts laid side by side. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  /** Its number in the text it belongs to, from 1; that of the second one where it is in both. */
  readonly line: number
}

/** The largest table that is worth making, in cells: what differs by more is told as replaced whole. */
const LARGEST_TABLE = 250_000

/** What became of a text, line by line: the fewest removals and additions that lead from `before` to `after`. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const a = before.split('\n')
  const b = after.split('\n')
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const same = (text: string, index: number): DiffLine => ({ kind: 'same', text, line: index + 1 })
  return [
    ...b.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end), start),
    ...b.slice(b.length - end).map((text, index) => same(text, b.length - end + index)),
  ]
}

function middle(a: readonly string[], b: readonly string[], offset: number): DiffLine[] {
  const removed = (i: number): DiffLine => ({ kind: 'removed', text: a[i] ?? '', line: offset + i + 1 })
  const added = (j: number): DiffLine => ({ kind: 'added', text: b[j] ?? '', line: offset + j + 1 })
  if (a.length * b.length > LARGEST_TABLE) return [...a.map((_, i) => removed(i)), ...b.map((_, j) => added(j))]
  const common = commonLengths(a, b)
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const skipA = i < a.length ? common(i + 1, j) : -1
    const skipB = j < b.length ? common(i, j + 1) : -1
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: b[j] ?? '', line: offset + j + 1 })
      i++
      j++
    } else if (skipA >= skipB) lines.push(removed(i++))
    else lines.push(added(j++))
  }
  return lines
}

/** The length of the longest common subsequence of what follows line `i` of one and `j` of the other. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}

/** Lines that are in both texts and far from any change, folded to their number. */
export interface Fold {
  readonly kind: 'fold'
  readonly count: number
  /** Number of the first of them. */
  readonly line: number
}

/** The lines of a comparison with only so many unchanged ones left `around` each change. */
export function folded(lines: readonly DiffLine[], around: number): (DiffLine | Fold)[] {
  const near = (index: number) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same')
  const shown: (DiffLine | Fold)[] = []
  for (const [index, line] of lines.entries()) {
    const last = shown.at(-1)
    if (near(index)) shown.push(line)
    else if (last?.kind === 'fold') shown[shown.length - 1] = { ...last, count: last.count + 1 }
    else shown.push({ kind: 'fold', count: 1, line: line.line })
  }
  return shown
}
