'use client'

import { useTranslations } from 'next-intl'
import { FailureWords } from '@/components/shared/failure-words'
import type { ExchangeFailure } from '@/lib/engine/trace/event'

/** The page that a browser shows when there is no answer, in plain words. */
export function ErrorPage({ failure, url }: { failure: ExchangeFailure; url: string }) {
  const t = useTranslations('playground')
  return (
    <div className="h-full overflow-auto p-3">
      <p className="font-semibold">{t('failure.title')}</p>
      <p className="mt-1 text-muted">
        <FailureWords failure={failure} url={url} />
      </p>
      <p className="mt-1 font-mono text-xs text-faint">{failure.toUpperCase().replaceAll('-', '_')}</p>
    </div>
  )
}
