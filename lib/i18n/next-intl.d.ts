import type { Messages } from '@/lib/i18n/load-messages'
import type { Locale } from '@/lib/lessons/model'

/** Keys and languages are checked where they are used. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
