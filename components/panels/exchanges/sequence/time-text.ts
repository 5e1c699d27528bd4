import { stopwatchText } from '@/lib/playground/duration'

const SECOND = 1_000

/**
 * What time it is in a row, where it is another than in the row before: as the clock shows it, or how many milliseconds
 * later. All in milliseconds since the Unix epoch.
 * @param before the row before; `null` when there is none
 */
export function timeText(at: number, before: number | null, epoch: number): string | null {
  if (at === before) return null
  if (before !== null && at - before < SECOND) return `+${at - before} ms`
  return stopwatchText(at - epoch)
}
