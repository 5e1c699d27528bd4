'use client'

import { useTranslations } from 'next-intl'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { SessionText } from '@/components/shared/session-text'
import { keysGoneLately, type RedisState, type RemovedRedisKey } from '@/lib/engine/trace/redis-at'
import { KeyRow } from './key-row'

/** Every key, with what it says and when it will go. */
export function RedisKeys({ redis }: { redis: RedisState }) {
  const t = useTranslations('redis')
  const keys = redis.keys.values()
  const gone = keysGoneLately(redis)
  if (keys.length === 0 && gone.length === 0) return <p className="empty">{t('empty')}</p>
  return (
    <ul aria-label={t('view.keys')}>
      {keys.map((entry) => (
        <KeyRow key={entry.key} entry={entry} redis={redis} />
      ))}
      {gone.map((key) => (
        <GoneKey key={`${key.removed.seq} ${key.key}`} gone={key} />
      ))}
    </ul>
  )
}

/** A key that went during the last exchange, or since: still shown once, struck through. */
function GoneKey({ gone: { key, cause, removed } }: { gone: RemovedRedisKey }) {
  const t = useTranslations('redis.gone')
  return (
    <li className="flex min-h-8 items-center gap-2 border-b border-line px-3 text-muted">
      <s className="min-w-0 flex-1 truncate font-mono text-xs" title={key}>
        <SessionText text={key} />
      </s>
      <span className="tag tag-bad">{t(cause)}</span>
      {removed.exchange !== null && <ExchangeLink exchange={removed.exchange} />}
    </li>
  )
}
