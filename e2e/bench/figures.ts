/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}

/** The middle and the worst of some times in milliseconds, in words. */
export function spread(figures: readonly number[]): string {
  return `${shown(median(figures))} ms median, ${shown(Math.max(...figures))} ms worst`
}

/** A line of the report: what, ours, theirs, and how many times theirs is. */
export function compared(what: string, ours: number, theirs: number, unit: string): string {
  return `${what}: ${shown(ours)} ${unit} here, ${shown(theirs)} ${unit} under Node: ${(theirs / ours).toFixed(2)}× Node`
}

export function shown(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(figure >= 1 ? 1 : 3)
}
