'use client'

import { useTranslations } from 'next-intl'
import { ReplacedNote } from '@/components/playground/notices/replaced-note'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { PlaceLink } from '@/components/shared/place-link'
import { Button } from '@/components/ui/button'
import { currentFault, ownExitCode } from '@/lib/playground/current-fault'
import { failureToStart, isServing, isStale } from '@/lib/playground/selectors'

/** What went wrong in the program, in plain words, with the line, beside the panels that still show the last good run. */
export function FaultNotice() {
  const t = useTranslations('playground')
  const failure = usePlayground(failureToStart)
  const fault = usePlayground((state) => (state.run.phase === 'idle' ? currentFault(state.log) : null))
  const exitCode = usePlayground((state) => (state.run.phase === 'idle' ? ownExitCode(state.log) : null))
  const stale = usePlayground(isStale)
  const stopped = usePlayground((state) => failure === null && !isServing(state.log))
  const { restart } = usePlaygroundActions()
  const shown = failure ?? fault
  if (shown === null && exitCode === null) return null
  return (
    <div className="notice notice-bad">
      {shown === null || shown.type === 'process-exited' ? (
        <p>{t('fault.exited', { code: shown?.code ?? exitCode ?? 0 })}</p>
      ) : (
        <>
          <p>
            <strong>{t(`fault.${shown.fault}`)}</strong> {shown.place && <PlaceLink place={shown.place} />}{' '}
            {shown.exchange !== null && <ExchangeLink exchange={shown.exchange} />}
          </p>
          <pre className="max-h-20 overflow-auto text-xs break-words whitespace-pre-wrap">{shown.message}</pre>
          {shown.replaced && shown.fault !== 'replaced-built-ins' && <ReplacedNote {...shown.replaced} />}
        </>
      )}
      {stopped && (
        <p className="mt-1">
          <Button onClick={restart}>{t('timeline.restart')}</Button>
        </p>
      )}
      {stale && <p className="text-xs">{t('stale.notice')}</p>}
    </div>
  )
}
