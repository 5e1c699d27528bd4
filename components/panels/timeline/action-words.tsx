'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Action } from '@/lib/engine/story/action'
import { exactDurationText } from '@/lib/playground/duration'
import { withoutReferences } from '@/lib/playground/referred-sessions'
import { visitorKind } from '@/lib/playground/visitor-kind'

/** What a person did, in words. */
export function ActionWords({ action }: { action: Action }): string {
  const t = useTranslations('playground')
  const reference = useTranslations('playground.session')
  const locale = useLocale()
  const named = (cookie: { visitor: string; cookie: string }) => reference('ofCookie', cookie)
  switch (action.type) {
    case 'new-visitor':
      return t(`action.new-visitor.${visitorKind(action)}`, { visitor: action.visitor })
    case 'visit': {
      const { visitor, method, url, from, via = 'link' } = action
      if (from !== undefined && via !== 'address') return t(`action.arrive.${via}`, { visitor, method, url, from })
      return t('action.visit', { visitor, method, url })
    }
    case 'reload':
    case 'back':
    case 'close-visitor':
    case 'read-cookies':
      return t(`action.${action.type}`, { visitor: action.visitor })
    case 'edit-cookie':
    case 'delete-cookie':
      return t(`action.${action.type}`, { visitor: action.visitor, name: action.name })
    case 'clock':
      return t('action.clock', { duration: exactDurationText(action.advance, locale) })
    case 'clone-visitor':
      return t('action.clone-visitor', { visitor: action.visitor, of: action.of })
    case 'copy-cookie':
      return t('action.copy-cookie', { visitor: action.visitor, of: action.of, name: action.name })
    case 'add-cookie':
      return t('action.add-cookie', { visitor: action.visitor })
    case 'tamper-cookie':
      return t(`action.tamper-cookie.${action.how}`, { visitor: action.visitor, name: action.name })
    case 'restart':
      return action.server === undefined ? t('action.restart') : t('action.restart-one', { server: action.server })
    case 'stop-server':
      return t('action.stop-server', { server: action.server })
    case 'balance':
      return t(`action.balance.${action.by}`)
    case 'write-file':
      return t(action.content === null ? 'action.delete-file' : 'action.write-file', {
        path: withoutReferences(action.path, named),
      })
    case 'redis':
      return t('action.redis', { command: withoutReferences(action.command.join(' '), named) })
    case 'clock-to-next-expiry':
    case 'add-server':
    case 'crash-in-write':
    case 'stop-redis':
    case 'start-redis':
      return t(`action.${action.type}`)
    default:
      return action satisfies never
  }
}
