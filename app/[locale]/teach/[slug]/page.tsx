import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, setRequestLocale } from 'next-intl/server'
import { SiteHeader } from '@/components/home/site-header'
import { LazyLessonEditor } from '@/components/teach/editor/lazy-lesson-editor'
import { SignInPage } from '@/components/teach/sign-in-page'
import { routing } from '@/lib/i18n/routing'
import { currentInstructor } from '@/lib/server/auth/guard'
import { currentDesk } from '@/lib/server/desk/current-desk'

interface EditPageProps {
  readonly params: Promise<{ readonly locale: string; readonly slug: string }>
}

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const { slug } = await params
  return { title: slug, robots: { index: false } }
}

/** A lesson at the instructor's desk. */
export default async function EditPage({ params }: EditPageProps) {
  const { locale, slug } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const messages = await getMessages()
  const { common, desk: words, lesson: lessonWords, machine, playground, redis, sequence } = messages
  if (!(await currentInstructor())) {
    return (
      <NextIntlClientProvider messages={{ common, desk: words }}>
        <SiteHeader path={`/teach/${slug}`} />
        <SignInPage />
      </NextIntlClientProvider>
    )
  }
  const lesson = await currentDesk().find(slug)
  if (!lesson) notFound()
  const { folder, files, revision, draft } = lesson
  return (
    <NextIntlClientProvider
      messages={{ common, desk: words, lesson: lessonWords, machine, playground, redis, sequence }}
    >
      <main className="flex h-dvh flex-col">
        <LazyLessonEditor lesson={{ slug: lesson.slug, folder, files, revision, draft }} />
      </main>
    </NextIntlClientProvider>
  )
}
