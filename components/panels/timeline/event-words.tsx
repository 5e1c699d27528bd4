'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { PlaceLink } from '@/components/shared/place-link'
import { ServerMark } from '@/components/shared/server-mark'
import { SessionText } from '@/components/shared/session-text'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { Event, ProcessId } from '@/lib/engine/trace/event'
import { exactDurationText } from '@/lib/playground/duration'
import { rowContent } from '@/lib/playground/row-content'
import { ActionWords } from './action-words'
import { SessionDecisionWords } from './session-decision-words'

/** Where several servers run: which one it was, unless the words say so already. */
function namesNoServer(event: Event): event is Extract<Event, { process: ProcessId | null }> {
  return 'process' in event && event.type !== 'process-started' && event.type !== 'process-exited'
}

/** One event in a person's words. */
export function EventWords({ event }: { event: Event }) {
  const t = useTranslations('playground')
  const locale = useLocale()
  return (
    <span className="min-w-0 flex-1">
      {words()} {namesNoServer(event) && <ServerMark process={event.process} />}
    </span>
  )

  function words(): ReactNode {
    switch (event.type) {
      case 'action-started':
        return (
          <strong className="font-semibold">
            <ActionWords action={event.started} />
          </strong>
        )
      case 'action-ended':
        return event.outcome === 'done'
          ? t('event.action-ended.done')
          : t('event.action-ended.impossible', { reason: t(`impossible.${event.reason}`) })
      case 'world-started':
        return t('event.world-started', { date: new Date(event.epoch).toUTCString() })
      case 'clock-moved':
        return t(`event.clock-moved.${event.cause}`, { duration: exactDurationText(event.to - event.from, locale) })
      case 'process-started':
        return t('event.process-started', { server: event.server, process: event.process })
      case 'process-exited':
        return t(`event.process-exited.${event.cause}`, {
          server: event.server,
          process: event.process,
          code: event.code,
        })
      case 'listening':
        return t('event.listening', { port: event.port })
      case 'listening-ended':
        return t('event.listening-ended', { port: event.port })
      case 'visitor-opened':
        return t('event.visitor-opened', { visitor: event.visitor })
      case 'visitor-closed':
        return t('event.visitor-closed', { visitor: event.visitor })
      case 'request-sent':
        return (
          <>
            {t('event.request-sent', { visitor: event.visitor })}{' '}
            <code>
              {event.request.method} {event.request.target}
            </code>{' '}
            <ExchangeLink exchange={event.exchange} />
          </>
        )
      case 'response-head':
        return (
          <>
            {t('event.response-head')} <code>{`${event.head.status} ${event.head.reason}`}</code>{' '}
            <ExchangeLink exchange={event.exchange} />
          </>
        )
      case 'response-data':
        return (
          <>
            {t('event.response-data', { size: event.dropped ?? event.data.length })}{' '}
            <ExchangeLink exchange={event.exchange} />
          </>
        )
      case 'response-ended':
        return (
          <>
            {t('event.response-ended')} <ExchangeLink exchange={event.exchange} />
          </>
        )
      case 'exchange-failed':
        return (
          <>
            {t(`failureShort.${event.failure}`)} <ExchangeLink exchange={event.exchange} />
          </>
        )
      case 'page-shown':
        return t('event.page-shown', { visitor: event.visitor, url: event.url })
      case 'cookie': {
        const { decision } = event
        const name = decision.kind === 'refused' ? decision.name : decision.cookie.name
        return (
          <>
            {t(`event.cookie.${decision.kind}`, { visitor: event.visitor, name })}{' '}
            {decision.kind !== 'refused' && <SessionText text={decision.cookie.value} />}
          </>
        )
      }
      case 'script-read-cookies':
        return t('event.script-read-cookies', { visitor: event.visitor, value: event.value })
      case 'console':
        return <code>{event.text}</code>
      case 'row-set':
        return (
          <>
            {t(event.before === null ? 'event.row-added' : 'event.row-changed', { store: event.store.name })}{' '}
            <SessionText text={event.key} /> <code>{previewText(rowContent(event.value).content)}</code>
          </>
        )
      case 'row-removed':
        return (
          <>
            {t('event.row-removed', { store: event.store.name })} <SessionText text={event.key} />
          </>
        )
      case 'balancing':
        return t(`event.balancing.${event.by}`)
      case 'file-written':
        return (
          <SessionText
            text={t(event.torn ? 'event.file-torn' : event.isNew ? 'event.file-added' : 'event.file-written', {
              path: event.path,
              size: event.size,
            })}
          />
        )
      case 'file-removed':
        return <SessionText text={t('event.file-removed', { path: event.path })} />
      case 'redis-state':
        return t(event.up ? 'event.redis-state.up' : 'event.redis-state.down')
      case 'redis-command':
        return (
          <>
            {t('event.redis-command')} <SessionText text={event.command.join(' ')} /> <code>{event.reply}</code>
          </>
        )
      case 'redis-key-set':
        return (
          <>
            {t('event.redis-key-set')} <SessionText text={event.key} />
          </>
        )
      case 'redis-key-removed':
        return (
          <>
            {t(`event.redis-key-removed.${event.cause}`)} <SessionText text={event.key} />
          </>
        )
      case 'store-call':
        return (
          <>
            {t('event.store-call', { method: event.method })} <SessionText text={event.id} />
          </>
        )
      case 'store-answer':
        return t(`event.store-answer.${event.outcome}`, { error: event.error ?? '' })
      case 'session':
        return <SessionDecisionWords decision={event.decision} />
      case 'fault':
        return (
          <span className="text-bad">
            {t(`fault.${event.fault}`)} {event.place && <PlaceLink place={event.place} />}
          </span>
        )
      case 'lines-ran':
      case 'rows-uncounted':
        return null
      default:
        return event satisfies never
    }
  }
}
