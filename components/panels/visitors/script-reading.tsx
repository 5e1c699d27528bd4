'use client'

import { useTranslations } from 'next-intl'
import { usePart } from '@/components/shared/context'
import { SessionText } from '@/components/shared/session-text'
import type { VisitorId } from '@/lib/engine/story/action'
import { scriptReadingsProjection } from '@/lib/playground/script-readings'

/** What `document.cookie` gave when it was read last on the page that is shown, and what HttpOnly kept back. */
export function ScriptReading({ visitor }: { visitor: VisitorId }) {
  const t = useTranslations('playground')
  const reading = usePart(scriptReadingsProjection, (readings) => readings.get(visitor))
  if (!reading) return null
  return (
    <div role="status" className="shrink-0 border-t border-line bg-sunk px-2.5 py-1 text-xs">
      <code className="break-all">
        document.cookie → &quot;
        <SessionText text={reading.value} />
        &quot;
      </code>
      <p className={reading.hidden.length > 0 ? 'text-good' : 'text-warn'}>
        {reading.hidden.length > 0
          ? t('visitors.scriptHidden', { names: reading.hidden.join(', ') })
          : reading.value === ''
            ? t('visitors.scriptNothing')
            : t('visitors.scriptAll')}
      </p>
    </div>
  )
}
