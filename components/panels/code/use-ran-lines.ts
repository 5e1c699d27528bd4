import { usePart, usePlayground } from '@/components/shared/context'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { linesProjection } from '@/lib/engine/trace/lines-at'
import { isStale } from '@/lib/playground/selectors'

const NONE: readonly number[] = []

/** Lines of a file that an exchange ran. None while the panels show another program than the editor does. */
export function useRanLines(exchange: ExchangeId | null, file: string): readonly number[] {
  const lines = usePart(linesProjection, ({ byExchange }) => byExchange.get(exchange ?? 0)?.get(file))
  const stale = usePlayground(isStale)
  if (stale || exchange === null) return NONE
  return lines ?? NONE
}
