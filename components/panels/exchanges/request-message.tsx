'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { usePlayground } from '@/components/shared/context'
import { requestBody } from '@/lib/engine/trace/bodies'
import type { ExchangeRecord } from '@/lib/engine/trace/exchanges-at'
import { shownLog } from '@/lib/playground/selectors'
import { BodyView } from './body-view'
import { CookieDecisions } from './cookie-decisions'
import { HeaderLines } from './header-lines'

/** The request as it went over the wire, with why each cookie went along or stayed behind. */
export function RequestMessage({ record }: { record: ExchangeRecord }) {
  const t = useTranslations('playground')
  const log = usePlayground(shownLog)
  const body = useMemo(() => requestBody(log, record), [log, record])
  const { method, target, headers } = record.request
  return (
    <section aria-label={t('exchange.request')}>
      <h4 className="text-xs font-semibold text-muted">{t('exchange.request')}</h4>
      <pre className="message-line font-semibold">{`${method} ${target} HTTP/1.1`}</pre>
      <HeaderLines headers={headers} exchange={record.id} />
      <CookieDecisions record={record} of={['sent', 'withheld']} />
      {(record.request.bodySize > 0 || !body.kept) && <BodyView body={body} headers={headers} />}
    </section>
  )
}
