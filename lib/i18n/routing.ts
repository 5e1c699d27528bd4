import { defineRouting } from 'next-intl/routing'
import type { Locale } from '@/lib/lessons/model'

/** A page's language is in its address and nowhere else: a site about cookies sets none of its own. */
export const routing = defineRouting({
  locales: ['zh', 'en'] as const satisfies readonly Locale[],
  defaultLocale: 'en',
  localePrefix: 'always',
  localeCookie: false,
})

/** What a language is called in `lang` attributes (BCP 47), where the script matters for the choice of glyphs. */
export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-Hans', en: 'en' }

export function homePath(locale: Locale): string {
  return `/${locale}`
}

export function lessonPath(locale: Locale, slug: string): string {
  return `/${locale}/lessons/${encodeURIComponent(slug)}`
}

/** The language that a page can be changed to. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'zh' ? 'en' : 'zh'
}
