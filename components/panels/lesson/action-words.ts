import type { useTranslations } from 'next-intl'
import type { Action } from '@/lib/engine/story/action'
import { exactDurationText } from '@/lib/playground/duration'

/** What an action does, in words. */
export function actionWords(
  action: Action,
  t: ReturnType<typeof useTranslations<'lesson.action'>>,
  locale: string,
): string {
  switch (action.type) {
    case 'visit': {
      const { visitor, method, url } = action
      return method === 'GET' ? t('visit', { visitor, url }) : t('request', { visitor, method, url })
    }
    case 'clock':
      return t('clock', { duration: exactDurationText(action.advance, locale) })
    case 'edit-cookie':
    case 'delete-cookie':
      return t(action.type, action)
    case 'new-visitor':
      return t(newVisitorWords(action), { visitor: action.visitor })
    case 'reload':
    case 'back':
    case 'close-visitor':
    case 'read-cookies':
      return t(action.type, { visitor: action.visitor })
    case 'clone-visitor':
    case 'copy-cookie':
    case 'add-cookie':
      return t(action.type, action)
    case 'tamper-cookie':
      return t(`tamper-cookie.${action.how}`, action)
    case 'restart':
      return action.server === undefined ? t('restart') : t('restart-one', { server: action.server })
    case 'stop-server':
      return t('stop-server', { server: action.server })
    case 'balance':
      return t(`balance.${action.by}`)
    case 'write-file':
      return t(action.content === null ? 'delete-file' : 'write-file', { path: action.path })
    case 'redis':
      return t('redis', { command: action.command.join(' ') })
    case 'clock-to-next-expiry':
    case 'add-server':
    case 'crash-in-write':
    case 'stop-redis':
    case 'start-redis':
      return t(action.type)
    default:
      return action satisfies never
  }
}

function newVisitorWords({ browser, incognito }: Extract<Action, { type: 'new-visitor' }>) {
  if (browser === 'rfc2109') return 'new-visitor-rfc2109'
  return incognito ? 'new-visitor-incognito' : 'new-visitor'
}
