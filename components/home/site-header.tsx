import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { LanguageLink } from '@/components/ui/language-link'
import { PoleMark } from '@/components/ui/pole-mark'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { homePath, LANGUAGE_TAGS, otherLocale } from '@/lib/i18n/routing'

/**
 * The head of every page that is not a lesson.
 * @param path where the page is below its language: `/teach`
 */
export function SiteHeader({ path = '' }: { readonly path?: string }) {
  const t = useTranslations('common')
  const locale = useLocale()
  const other = otherLocale(locale)
  return (
    <header className="mx-auto flex max-w-5xl items-center gap-1 px-6 py-4">
      <a href="#content" className="sr-only focus:not-sr-only focus:mr-4">
        {t('skip')}
      </a>
      <Link href={homePath(locale)} className="mr-auto flex items-center gap-2.5 rounded-sm font-semibold">
        <PoleMark />
        {t('name')}
      </Link>
      <LanguageLink href={`${homePath(other)}${path}`} language={LANGUAGE_TAGS[other]} name={t(`language.${other}`)} />
      <ThemeToggle label={t('theme')} />
    </header>
  )
}
