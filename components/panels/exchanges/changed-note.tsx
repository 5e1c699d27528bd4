'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { changedExchanges } from '@/lib/playground/changes'

/** How many exchanges went otherwise since the last edit; leads to the first of them, which may be out of sight. */
export function ChangedNote() {
  const t = useTranslations('playground')
  const { selectExchange } = usePlaygroundActions()
  const changed = usePlayground((state) => changedExchanges(state.before, state.log))
  const [first] = changed
  if (first === undefined) return null
  return (
    <button type="button" className="tag tag-changed" onClick={() => selectExchange(first)}>
      {t('exchange.changed', { count: changed.size })}
    </button>
  )
}
