'use client'

import { useMemo } from 'react'
import { usePart, usePlayground } from '@/components/shared/context'
import { responseBody } from '@/lib/engine/trace/bodies'
import type { ExchangeFailure } from '@/lib/engine/trace/event'
import { type ExchangeRecord, exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'
import type { Page } from '@/lib/engine/trace/visitors-at'
import { shownLog } from '@/lib/playground/selectors'
import { pageBody } from './page-body'
import { type SafePage, safePage, textPage } from './sanitise'

/** What a window has to show. */
export type Answer =
  | { readonly kind: 'blank' | 'loading' | 'dropped' }
  | { readonly kind: 'failure'; readonly failure: ExchangeFailure; readonly url: string }
  | { readonly kind: 'page'; readonly url: string; readonly page: SafePage }
  /** Something that a browser would save. */
  | { readonly kind: 'file'; readonly type: string; readonly size: number }
  | { readonly kind: 'empty'; readonly status: number }

/** What a browser makes of the answer that its page came with. */
export function useAnswer(page: Page | null): Answer {
  const log = usePlayground(shownLog)
  const record = usePart(exchangesProjection, (exchanges) => exchanges.get(page?.exchange ?? 0))
  const url = page?.url
  // Once a page: a log that grew still has what it had, and there are many of them while a story plays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(
    () => (url === undefined || !record ? { kind: 'blank' } : answerOf(log, record, url)),
    [log.history, record, url],
  )
}

function answerOf(log: Log, record: ExchangeRecord, url: string): Answer {
  const { head, end } = record
  if (end?.failure) return { kind: 'failure', failure: end.failure, url }
  if (!end) return { kind: 'loading' }
  const payload = responseBody(log, record)
  if (!payload.kept) return { kind: 'dropped' }
  const body = pageBody(head?.response.headers ?? [], payload.bytes)
  switch (body.kind) {
    case 'html':
      return { kind: 'page', url, page: safePage(body.text, url) }
    case 'text':
      return { kind: 'page', url, page: textPage(body.text, url) }
    case 'file':
      return body
    case 'empty':
      return { kind: 'empty', status: head?.response.status ?? 0 }
    default:
      return body satisfies never
  }
}
