'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { usePlayground } from '@/components/shared/context'
import { responseBody } from '@/lib/engine/trace/bodies'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import { shownLog } from '@/lib/playground/selectors'
import { BodyView } from './body-view'
import { CookieDecisions } from './cookie-decisions'
import { HeaderLines } from './header-lines'

/** The response as it came over the wire, with what became of each cookie that it set. */
export function ResponseMessage({ record }: { record: ExchangeRecord }) {
  const t = useTranslations('playground')
  const log = usePlayground(shownLog)
  const body = useMemo(() => responseBody(log, record), [log, record])
  if (!record.head) return null
  const { status, reason, headers } = record.head.response
  return (
    <section aria-label={t('exchange.response')} className="mt-3">
      <h4 className="text-xs font-semibold text-muted">{t('exchange.response')}</h4>
      <pre className="message-line font-semibold">{`HTTP/1.1 ${status} ${reason}`}</pre>
      <HeaderLines headers={headers} exchange={record.id} />
      <CookieDecisions record={record} of={['stored', 'refused', 'removed']} />
      <BodyView body={body} headers={headers} />
    </section>
  )
}
