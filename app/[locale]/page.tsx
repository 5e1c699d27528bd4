import Link from 'next/link'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server'
import { CardAndBook } from '@/components/home/card-and-book'
import { ContinueLink } from '@/components/home/continue-link'
import type { HomeLesson } from '@/components/home/home-lesson'
import { SectionList } from '@/components/home/section-list'
import { SiteHeader } from '@/components/home/site-header'
import { FreshCourse } from '@/components/shared/fresh-course'
import { ProgressSync } from '@/components/shared/progress-sync'
import { routing } from '@/lib/i18n/routing'
import { tasksOf } from '@/lib/lessons/steps'
import { courseRevision, renamedLessons, serveLessons } from '@/lib/server/lessons/lessons'

interface HomePageProps {
  readonly params: Promise<{ readonly locale: string }>
}

/** The course: what it is, what is in it, how far one is. */
export default async function HomePage({ params }: HomePageProps) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const [t, messages, lessons, course, renamed] = await Promise.all([
    getTranslations('home'),
    getMessages(),
    serveLessons(locale),
    courseRevision(locale),
    renamedLessons(),
  ])
  const entries = lessons.map(
    ({ lesson: { slug, number, title, summary, blocks } }): HomeLesson => ({
      slug,
      number,
      title,
      summary,
      tasks: tasksOf(blocks).map(({ id }) => id),
    }),
  )
  return (
    <NextIntlClientProvider messages={{ common: messages.common, home: messages.home }}>
      <SiteHeader />
      <FreshCourse locale={locale} since={course} />
      <ProgressSync renamed={renamed} />
      <main id="content" className="mx-auto max-w-5xl px-6 pb-20">
        <section className="grid grid-cols-[minmax(0,1fr)] items-center gap-10 py-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:py-14">
          <div className="grid max-w-2xl justify-items-start gap-5">
            <h1 className="text-balance font-semibold text-3xl/tight">{t('title')}</h1>
            <p className="text-lg/relaxed">{t('metaphor')}</p>
            <p className="text-lg/relaxed text-muted">{t('meaning')}</p>
            <ContinueLink lessons={entries} />
          </div>
          <CardAndBook />
        </section>
        <h2 className="mb-3 font-semibold text-muted text-sm">{t('lessons')}</h2>
        <SectionList lessons={entries} />
        <p className="mt-10 text-faint text-sm">
          <Link href={`/${locale}/cookies`} prefetch={false} className="text-link">
            {t('keeping')}
          </Link>
        </p>
      </main>
    </NextIntlClientProvider>
  )
}
