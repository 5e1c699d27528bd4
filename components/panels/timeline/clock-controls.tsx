'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import { clockProjection } from '@/lib/engine/trace/clock-at'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import { nextExpiry } from '@/lib/engine/trace/next-expiry'
import { redisProjection } from '@/lib/engine/trace/redis-at'
import { sessionsProjection } from '@/lib/engine/trace/sessions-at'
import { stopwatchText } from '@/lib/playground/duration'
import { accepts } from '@/lib/playground/run-status'

const STEPS = [
  { id: 'second', milliseconds: 1_000 },
  { id: 'minute', milliseconds: 60_000 },
  { id: 'tenMinutes', milliseconds: 600_000 },
  { id: 'day', milliseconds: 86_400_000 },
] as const

/** The world's clock. It stands still until somebody moves it: nobody waits for an expiry. */
export function ClockControls() {
  const t = useTranslations('playground')
  const { advanceClock, untilNextExpiry } = usePlaygroundActions()
  const { epoch, now } = useProjection(clockProjection)
  const jars = useProjection(jarProjection)
  const sessions = useProjection(sessionsProjection)
  const redis = useProjection(redisProjection)
  const expiry = useMemo(() => nextExpiry(jars, sessions, redis, now), [jars, sessions, redis, now])
  const ready = usePlayground((state) => accepts(state.run))
  return (
    <fieldset aria-label={t('clock.label')} className="flex flex-wrap items-center gap-1">
      <time
        dateTime={new Date(now).toISOString()}
        title={new Date(now).toUTCString()}
        className="px-1 font-mono text-sm font-semibold tabular-nums"
      >
        {stopwatchText(now - epoch)}
      </time>
      {STEPS.map(({ id, milliseconds }) => (
        <button
          key={id}
          type="button"
          className="tool tool-outlined"
          disabled={!ready}
          aria-label={t(`clock.advance.${id}`)}
          onClick={() => advanceClock(milliseconds)}
        >
          {t(`clock.short.${id}`)}
        </button>
      ))}
      <button
        type="button"
        className="tool tool-outlined"
        disabled={!ready || expiry === null}
        title={expiry === null ? t('clock.noExpiry') : new Date(expiry).toUTCString()}
        onClick={untilNextExpiry}
      >
        {t('clock.untilExpiry')}
      </button>
    </fieldset>
  )
}
