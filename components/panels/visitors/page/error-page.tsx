'use client'

import { useTranslations } from 'next-intl'
import type { ExchangeFailure } from '@/lib/engine/trace/event'

/** The page that a browser shows when there is no answer, in plain words. */
export function ErrorPage({ failure, url }: { failure: ExchangeFailure; url: string }) {
  const t = useTranslations('playground')
  const host = URL.canParse(url) ? new URL(url).host : url
  return (
    <div className="h-full overflow-auto p-3">
      <p className="font-semibold">{t('failure.title')}</p>
      <p className="mt-1 text-muted">{t(`failure.${failure}`, { host })}</p>
      <p className="mt-1 font-mono text-xs text-faint">{failure.toUpperCase().replaceAll('-', '_')}</p>
    </div>
  )
}
