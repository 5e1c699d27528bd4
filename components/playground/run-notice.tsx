'use client'

import { useTranslations } from 'next-intl'
import { CrashNotice } from '@/components/playground/notices/crash-notice'
import { FaultNotice } from '@/components/playground/notices/fault-notice'
import { ReplacementNotice } from '@/components/playground/notices/replacement-notice'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'

/** What a person has to know about the run: faults, crashes, what was reset, and work that is not kept. */
export function RunNotice() {
  const t = useTranslations('playground')
  const ended = usePlayground((state) => state.run.phase === 'ended')
  const storage = usePlayground((state) => state.storage)
  const { dismissReplacement } = usePlaygroundActions()
  const replacement = usePlayground((state) => state.replacement)
  return (
    <div className="shrink-0">
      <div role="alert">{ended ? <CrashNotice /> : <FaultNotice />}</div>
      <div role="status">
        {replacement && <ReplacementNotice replacement={replacement} onDismiss={dismissReplacement} />}
        {storage === 'unavailable' && <p className="notice notice-warn">{t('storage.unavailable')}</p>}
      </div>
    </div>
  )
}
