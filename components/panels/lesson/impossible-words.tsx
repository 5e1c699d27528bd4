'use client'

import { useTranslations } from 'next-intl'
import type { Impossible } from '@/lib/engine/trace/event'

/** Says that a step of the text could not be done as things are, and why. */
export function ImpossibleWords({ reason }: { readonly reason: Impossible }) {
  const t = useTranslations('playground')
  return t('event.action-ended.impossible', { reason: t(`impossible.${reason}`) })
}
