'use client'

import { useTranslations } from 'next-intl'
import { useProjection } from '@/components/playground/context'
import { ExchangeLink } from '@/components/playground/shared/exchange-link'
import { PanelFrame } from '@/components/playground/shared/panel-frame'
import { PlaceLink } from '@/components/playground/shared/place-link'
import { StaleTag } from '@/components/playground/shared/stale-tag'
import { consoleProjection } from '@/lib/engine/trace/console-at'

/** How many of the latest lines are rendered. */
const SHOWN = 400

/** What the program wrote with `console.log` and the like, the latest first. */
export function ConsolePanel() {
  const t = useTranslations('playground')
  const lines = useProjection(consoleProjection).toArray().slice(-SHOWN).reverse()
  return (
    <PanelFrame name="console" title={t('panel.console')} note={<StaleTag />}>
      {lines.length === 0 && <p className="empty">{t('console.empty')}</p>}
      <ul className="py-1">
        {lines.map(({ seq, stream, text, exchange, place }) => (
          <li
            key={seq}
            className={`flex items-baseline gap-2 px-3 ${stream === 'stderr' ? 'bg-bad-soft text-bad' : ''}`}
          >
            <pre className="min-w-0 flex-1 text-xs/5 break-words whitespace-pre-wrap">
              {stream === 'stderr' && <span className="sr-only">{t('console.stderr')} </span>}
              {text}
            </pre>
            <span className="shrink-0 text-xs">
              {exchange !== null && <ExchangeLink exchange={exchange} />} {place && <PlaceLink place={place} />}
            </span>
          </li>
        ))}
      </ul>
    </PanelFrame>
  )
}
