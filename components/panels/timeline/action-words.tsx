'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Action } from '@/lib/engine/story/action'
import { durationText } from '@/lib/playground/duration'

/** What a person did, in words. */
export function ActionWords({ action }: { action: Action }): string {
  const t = useTranslations('playground')
  const locale = useLocale()
  switch (action.type) {
    case 'new-visitor':
      return t('action.new-visitor', { visitor: action.visitor })
    case 'visit':
      return t('action.visit', { visitor: action.visitor, method: action.method, url: action.url })
    case 'reload':
    case 'back':
    case 'close-visitor':
    case 'read-cookies':
      return t(`action.${action.type}`, { visitor: action.visitor })
    case 'edit-cookie':
    case 'delete-cookie':
      return t(`action.${action.type}`, { visitor: action.visitor, name: action.name })
    case 'clock':
      return t('action.clock', { duration: durationText(action.advance, locale) })
    case 'clock-to-next-expiry':
    case 'restart':
      return t(`action.${action.type}`)
    default:
      return action satisfies never
  }
}
