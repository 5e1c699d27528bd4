'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import { Flash } from '@/components/shared/flash'
import { SessionText } from '@/components/shared/session-text'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import { type RedisKey, type RedisState, redisMark } from '@/lib/engine/trace/redis-at'
import { accepts } from '@/lib/playground/run-status'
import { symbolicText } from '@/lib/playground/symbolic-text'
import { KeyExpiry } from './key-expiry'

/** How much of a value is shown before somebody asks for all of it, in characters. */
const SHOWN = 240

/** A key: its kind, when it will go, a button to delete it, and below what it says. */
export function KeyRow({ entry, redis }: { entry: RedisKey; redis: RedisState }) {
  const t = useTranslations('redis')
  const words = useTranslations('playground.mark')
  const actions = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run)) && redis.up
  const jars = useProjection(jarProjection)
  const { key, kind, value, cut, expires } = entry
  const mark = redisMark(entry, redis)
  return (
    <li className="flash-box border-b border-line pb-1">
      {mark && <Flash of={entry.changed.seq} />}
      <div className="flex min-h-8 items-center gap-1.5 pr-1 pl-3">
        <span className="min-w-0 flex-1 truncate font-mono text-xs" title={key}>
          <SessionText text={key} />
        </span>
        {mark && <span className="tag tag-changed">{words(mark)}</span>}
        <span className="tag">{kind}</span>
        <KeyExpiry expires={expires} />
        <button
          type="button"
          className="tool"
          disabled={!ready}
          aria-label={t('delete', { key })}
          title={t('delete', { key })}
          onClick={() => actions.redis(['DEL', symbolicText(key, jars)])}
        >
          <Trash2 aria-hidden="true" size={14} />
        </button>
      </div>
      <KeyValue name={key} value={value} cut={cut} />
    </li>
  )
}

/** What a key says; of a long one the beginning, until somebody wants it all. */
function KeyValue({ name, value, cut }: { name: string; value: string; cut: number }) {
  const t = useTranslations('redis')
  const [whole, setWhole] = useState(false)
  return (
    <p className="px-3 pb-1 font-mono text-xs/5 text-muted wrap-anywhere">
      <SessionText text={whole ? value : value.slice(0, SHOWN)} />
      {whole && cut > 0 && <span className="text-faint"> {t('cut', { count: cut })}</span>}
      {value.length > SHOWN && (
        <button
          type="button"
          className="text-link ml-1 font-sans"
          aria-expanded={whole}
          aria-label={t(whole ? 'fold' : 'whole', { key: name })}
          onClick={() => setWhole(!whole)}
        >
          {whole ? '−' : '…'}
        </button>
      )}
    </p>
  )
}
