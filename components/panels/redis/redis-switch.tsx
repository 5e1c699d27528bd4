'use client'

import { Play, Square } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { accepts } from '@/lib/playground/run-status'

/** Stops Redis, or starts it again. */
export function RedisSwitch({ up }: { up: boolean }) {
  const t = useTranslations('redis')
  const { stopRedis, startRedis } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  const Icon = up ? Square : Play
  const hint = t(up ? 'stopHint' : 'startHint')
  return (
    <button
      type="button"
      className="tool tool-outlined"
      disabled={!ready}
      title={hint}
      aria-label={hint}
      onClick={up ? stopRedis : startRedis}
    >
      <Icon aria-hidden="true" size={13} />
      {t(up ? 'stop' : 'start')}
    </button>
  )
}

/** Says that nobody can reach it. Always there for screen readers, which hear of changes only in what stays. */
export function RedisDown({ up }: { up: boolean }) {
  const t = useTranslations('redis')
  return (
    <div role="status">
      {!up && (
        <p className="border-b border-line bg-bad-soft px-3 py-1.5 text-xs text-bad">
          <strong className="font-semibold">{t('down')}</strong> {t('downHint')}
        </p>
      )}
    </div>
  )
}
