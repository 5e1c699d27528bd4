import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server'
import { SiteHeader } from '@/components/home/site-header'
import { DiskTrouble } from '@/components/teach/disk-trouble'
import { DeletedLessons } from '@/components/teach/list/deleted-lessons'
import { LessonTable } from '@/components/teach/list/lesson-table'
import { SignInPage } from '@/components/teach/sign-in-page'
import { SignOut } from '@/components/teach/sign-out'
import { routing } from '@/lib/i18n/routing'
import { currentInstructor } from '@/lib/server/auth/guard'
import { currentDesk } from '@/lib/server/desk/current-desk'
import { DiskError } from '@/lib/server/desk/disk-error'
import { lessonSummary } from '@/lib/server/desk/lesson-summary'

interface TeachPageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: TeachPageProps): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'desk' })
  return { title: t('title'), robots: { index: false } }
}

/** The instructor's desk: every lesson, or the door. */
export default async function TeachPage({ params }: TeachPageProps) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const { common, desk: words } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ common, desk: words }}>
      <SiteHeader path="/teach" />
      {(await currentInstructor()) ? <Lessons /> : <SignInPage />}
    </NextIntlClientProvider>
  )
}

async function Lessons() {
  const t = await getTranslations('desk')
  try {
    const desk = currentDesk()
    const [lessons, deleted] = await Promise.all([desk.list(), desk.deleted()])
    return (
      <main id="content" className="mx-auto grid max-w-5xl gap-8 px-6 pb-20">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="font-semibold text-2xl">{t('title')}</h1>
          <SignOut />
        </div>
        <LessonTable lessons={lessons.map(lessonSummary)} />
        <DeletedLessons deleted={deleted} />
      </main>
    )
  } catch (error) {
    if (!(error instanceof DiskError)) throw error
    return <DiskTrouble problem={error.problem} />
  }
}
