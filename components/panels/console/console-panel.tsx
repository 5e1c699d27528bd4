'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useProjection } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { PlaceLink } from '@/components/shared/place-link'
import { ScrollArea } from '@/components/shared/scroll-area'
import { ServerMark } from '@/components/shared/server-mark'
import { useStickToEnd } from '@/components/shared/use-stick-to-end'
import { consoleProjection } from '@/lib/engine/trace/console-at'
import type { EventOf } from '@/lib/engine/trace/event'

/** How many of the latest lines are rendered. */
const SHOWN = 400

/** What the program wrote with `console.log` and the like, in order. */
export function ConsolePanel() {
  const t = useTranslations('playground')
  const lines = useProjection(consoleProjection)
  const list = useRef<HTMLDivElement>(null)
  useStickToEnd(list, lines.length)
  return (
    <PanelFrame name="console" title={t('panel.console')} note={<MomentTag />} ownScroll>
      <ScrollArea ref={list} label={t('panel.console')} className="h-full overflow-auto py-1">
        {lines.length === 0 && <p className="empty">{t('console.empty')}</p>}
        <ul>
          {lines
            .toArray()
            .slice(-SHOWN)
            .map((line) => (
              <ConsoleLine key={line.seq} line={line} />
            ))}
        </ul>
      </ScrollArea>
    </PanelFrame>
  )
}

function ConsoleLine({ line: { stream, text, process, exchange, place } }: { line: EventOf<'console'> }) {
  const t = useTranslations('playground')
  return (
    <li className={`flex items-baseline gap-2 px-3 ${stream === 'stderr' ? 'bg-bad-soft text-bad' : ''}`}>
      <pre className="min-w-0 flex-1 text-xs/5 break-words whitespace-pre-wrap">
        {stream === 'stderr' && <span className="sr-only">{t('console.stderr')} </span>}
        {text}
      </pre>
      <span className="shrink-0 text-xs">
        <ServerMark process={process} /> {exchange !== null && <ExchangeLink exchange={exchange} />}{' '}
        {place && <PlaceLink place={place} />}
      </span>
    </li>
  )
}
