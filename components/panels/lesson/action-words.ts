import type { useTranslations } from 'next-intl'
import type { Action } from '@/lib/engine/story/action'
import { durationText } from '@/lib/playground/duration'

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
      return t('clock', { duration: durationText(action.advance, locale) })
    case 'edit-cookie':
    case 'delete-cookie':
      return t(action.type, action)
    case 'new-visitor':
    case 'reload':
    case 'back':
    case 'close-visitor':
    case 'read-cookies':
      return t(action.type, { visitor: action.visitor })
    case 'clock-to-next-expiry':
    case 'restart':
      return t(action.type)
    default:
      return action satisfies never
  }
}
