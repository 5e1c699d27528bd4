import type { Metadata, Viewport } from 'next'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { THEME_SCRIPT } from '@/components/ui/theme'
import { LANGUAGE_TAGS, routing } from '@/lib/i18n/routing'
import '../globals.css'

interface LayoutProps {
  readonly params: Promise<{ readonly locale: string }>
  readonly children: ReactNode
}

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }))
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({
    locale: hasLocale(routing.locales, locale) ? locale : routing.defaultLocale,
    namespace: 'common',
  })
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('description') }
}

export default async function RootLayout({ params, children }: LayoutProps) {
  const { locale: given } = await params
  // What stands in a language's place may be anything: the page says that it does not exist, and some language has to.
  const locale = hasLocale(routing.locales, given) ? given : routing.defaultLocale
  setRequestLocale(locale)
  const { common } = await getMessages()
  return (
    // The theme that was chosen is put on <html> before React comes.
    <html lang={LANGUAGE_TAGS[locale]} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own, needed before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <NextIntlClientProvider messages={{ common }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
