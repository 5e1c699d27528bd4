'use client'

import { useTranslations } from 'next-intl'
import { usePart, usePlaygroundActions } from '@/components/shared/context'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import { linesProjection } from '@/lib/engine/trace/lines-at'
import { lineRanges } from '@/lib/playground/line-ranges'

/** Which lines of the program an exchange ran; each list leads to its first line in the editor. */
export function LinesThatRan({ record }: { record: ExchangeRecord }) {
  const t = useTranslations('playground')
  const { revealPlace } = usePlaygroundActions()
  const files = usePart(linesProjection, ({ byExchange }) => byExchange.get(record.id))
  if (!files) return null
  return (
    <section aria-label={t('exchange.lines')} className="mt-3">
      <h4 className="text-xs font-semibold text-muted">{t('exchange.lines')}</h4>
      <ul>
        {[...files].map(([file, lines]) => (
          <li key={file}>
            <button
              type="button"
              className="text-link text-left font-mono"
              onClick={() => revealPlace({ file, line: lines[0] ?? 1 })}
            >
              {file} {lineRanges(lines)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
