'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { usePlayground } from '@/components/shared/context'
import { ServerMark } from '@/components/shared/server-mark'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { changedExchanges } from '@/lib/playground/changes'
import type { ExchangeLine } from '@/lib/playground/exchange-line'
import { isSame } from '@/lib/playground/same'
import { CookieFlow } from './cookie-flow'
import { ExchangeStatus } from './exchange-status'
import { SessionBadge } from './session-badge'

/** Height of a row in pixels; the list's arithmetic depends on it. */
export const ROW_HEIGHT = 28

interface ExchangeRowProps {
  readonly line: ExchangeLine
  readonly chosen: boolean
  readonly onChoose: (exchange: ExchangeId) => void
}

/** One exchange in a line: who, what, how it went, and which cookies went which way. Most a replay leaves as they were. */
export const ExchangeRow = memo(function ExchangeRow({ line, chosen, onChoose }: ExchangeRowProps) {
  const { id, visitor, method, target, process, cookies } = line
  return (
    <li className="exchange-row" style={{ height: ROW_HEIGHT }} data-chosen={chosen || undefined}>
      <button type="button" aria-current={chosen} onClick={() => onChoose(id)}>
        <span className="exchange-number">{id}</span>
        <span className="exchange-visitor truncate">{visitor}</span>
        <span className="min-w-0 flex-1 truncate font-mono">
          {method} {target}
        </span>
        <ServerMark process={process} />
        <SessionBadge exchange={id} />
        <ChangedMark exchange={id} />
        <ExchangeStatus fate={line} />
      </button>
      <CookieFlow cookies={cookies} />
    </li>
  )
}, isSame)

/** Says that an exchange went otherwise than before the last edit. */
function ChangedMark({ exchange }: { exchange: ExchangeId }) {
  const t = useTranslations('playground')
  const changed = usePlayground((state) => changedExchanges(state.before, state.log).has(exchange))
  return changed && <span className="tag tag-changed">{t('mark.changedByEdit')}</span>
}
