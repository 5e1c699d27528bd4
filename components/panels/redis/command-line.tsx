'use client'

import { useTranslations } from 'next-intl'
import { SessionText } from '@/components/shared/session-text'
import type { RedisCommand } from '@/lib/engine/trace/redis-at'
import { redisLine } from '@/lib/playground/redis-line'

/** A command and what Redis answered, as redis-cli prints it. */
export function CommandLine({ command: { command, reply, failed } }: { command: RedisCommand }) {
  const t = useTranslations('redis')
  return (
    <li className="relative px-3 py-0.5 font-mono text-xs/5">
      <p className="wrap-anywhere">
        <span aria-hidden="true" className="text-faint select-none">
          {'> '}
        </span>
        <SessionText text={redisLine(command)} />
      </p>
      <pre className={`pl-4 whitespace-pre-wrap wrap-anywhere ${failed ? 'text-bad' : 'text-muted'}`}>
        <span className="sr-only">{t(failed ? 'failed' : 'reply')} </span>
        <SessionText text={reply} />
      </pre>
    </li>
  )
}
