'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo } from 'react'
import { usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import type { VisitorId } from '@/lib/engine/story/action'
import { responseBody } from '@/lib/engine/trace/bodies'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { type ExchangeRecord, exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import type { Page } from '@/lib/engine/trace/visitors-at'
import { shownLog } from '@/lib/playground/selectors'
import { ErrorPage } from './error-page'
import { pageBody } from './page-body'
import { PageFrame } from './page-frame'
import { type SafePage, safePage, textPage } from './sanitise'

/** The title of the page that an exchange brought. */
export interface PageTitle {
  readonly exchange: ExchangeId
  readonly text: string
}

interface PageViewProps {
  readonly visitor: VisitorId
  readonly page: Page | null
  readonly onTitle: (title: PageTitle) => void
}

/** What a browser makes of the answer: a page, text, or words about why there is none. */
export function PageView({ visitor, page, onTitle }: PageViewProps) {
  const t = useTranslations('playground')
  const record = useProjection(exchangesProjection).get(page?.exchange ?? 0)
  if (page === null || !record)
    return <p className="grid h-full place-content-center p-3 text-muted">{t('page.blank')}</p>
  if (record.end?.failure) return <ErrorPage failure={record.end.failure} url={page.url} />
  if (!record.end) return <p className="grid h-full place-content-center p-3 text-muted">{t('page.loading')}</p>
  return <AnswerView visitor={visitor} url={page.url} record={record} onTitle={onTitle} />
}

interface AnswerViewProps {
  readonly visitor: VisitorId
  readonly url: string
  readonly record: ExchangeRecord
  readonly onTitle: (title: PageTitle) => void
}

function AnswerView({ visitor, url, record, onTitle }: AnswerViewProps) {
  const t = useTranslations('playground')
  const { visit } = usePlaygroundActions()
  const log = usePlayground(shownLog)
  const headers = record.head?.response.headers
  const body = useMemo(() => {
    const payload = responseBody(log, record)
    return payload.kept ? pageBody(headers ?? [], payload.bytes) : null
  }, [log, record, headers])
  const page = useMemo((): SafePage | null => {
    if (body?.kind === 'html') return safePage(body.text, url)
    return body?.kind === 'text' ? { html: textPage(body.text), title: '', base: url } : null
  }, [body, url])
  const title = page?.title ?? ''
  useEffect(() => onTitle({ exchange: record.id, text: title }), [record.id, title, onTitle])

  if (page) {
    return (
      <PageFrame
        page={page}
        url={url}
        label={t('page.label', { visitor, url })}
        onRequest={(request) => visit(visitor, request)}
      />
    )
  }
  return <p className="grid h-full place-content-center p-3 text-center text-muted">{words()}</p>

  function words(): string {
    if (body === null) return t('page.dropped')
    if (body.kind === 'file') return t('page.file', { type: body.type, size: body.size })
    return t('page.empty', { status: record.head?.response.status ?? 0 })
  }
}
