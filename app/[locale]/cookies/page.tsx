import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server'
import { SiteHeader } from '@/components/home/site-header'
import { KeptList } from '@/components/keeping/kept-list'
import { SealedCookie } from '@/components/keeping/sealed-cookie'
import { YourData } from '@/components/keeping/your-data'
import { routing } from '@/lib/i18n/routing'
import { openProgress, PROGRESS_COOKIE } from '@/lib/server/progress/sealed-progress'

interface CookiesPageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: CookiesPageProps): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'keeping' })
  return { title: t('title') }
}

/** What this site keeps in a student's browser, and why; what is sealed in their own cookie; the way to take it along or be rid of it. */
export default async function CookiesPage({ params }: CookiesPageProps) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const [t, messages, jar] = await Promise.all([getTranslations('keeping'), getMessages(), cookies()])
  const cookie = jar.get(PROGRESS_COOKIE)?.value
  return (
    <NextIntlClientProvider messages={{ common: messages.common, keeping: messages.keeping }}>
      <SiteHeader path="/cookies" />
      <main id="content" className="prose mx-auto grid max-w-3xl gap-5 px-6 pb-20">
        <h1 className="font-semibold text-3xl/tight">{t('title')}</h1>
        <p>{t('intro')}</p>
        <KeptList />
        <SealedCookie cookie={cookie ?? null} progress={await openProgress(cookie)} />
        <YourData />
      </main>
    </NextIntlClientProvider>
  )
}
