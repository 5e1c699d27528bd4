'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { Button } from '@/components/ui/button'
import { culprit } from '@/lib/playground/selectors'

/** After a crash nothing runs by itself: what did it, and how to go on. */
export function CrashNotice() {
  const t = useTranslations('playground')
  const { runAgain, undoAction } = usePlaygroundActions()
  const run = usePlayground((state) => state.run)
  const log = usePlayground((state) => state.log)
  const hasStory = usePlayground((state) => state.story.length > 0)
  if (run.phase !== 'ended') return null
  const { request } = culprit(log)
  return (
    <div className="notice notice-bad">
      <p>
        <strong>{t(`ended.${run.end.type}`)}</strong>{' '}
        {request && (
          <>
            {t('ended.during', {
              visitor: request.visitor,
              method: request.request.method,
              target: request.request.target,
            })}{' '}
            <ExchangeLink exchange={request.exchange} />
          </>
        )}
      </p>
      {'message' in run.end && <pre className="text-xs break-words whitespace-pre-wrap">{run.end.message}</pre>}
      <p className="mt-1 flex flex-wrap gap-2">
        <Button onClick={runAgain}>{t('ended.runAgain')}</Button>
        {hasStory && <Button onClick={undoAction}>{t('ended.runWithoutLast')}</Button>}
      </p>
    </div>
  )
}
