/** Words longer than this are compared by their beginnings; no name of ours is. */
const LONGEST = 40

/** `; did you mean "count"?` when one of the known words is close to the one written, else nothing. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const best = closest(written, known)
  return best === null ? '' : `; did you mean "${best}"?`
}

/** The known word that was most likely meant; `null` when none is close. */
export function closest(written: string, known: Iterable<string>): string | null {
  const word = written.slice(0, LONGEST).toLowerCase()
  let best: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(word, candidate.slice(0, LONGEST).toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one each. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substitution)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
