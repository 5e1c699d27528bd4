import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, setRequestLocale } from 'next-intl/server'
import { SiteHeader } from '@/components/home/site-header'
import { DiskTrouble } from '@/components/teach/disk-trouble'
import { LazyLessonEditor } from '@/components/teach/editor/lazy-lesson-editor'
import { SignInPage } from '@/components/teach/sign-in-page'
import { routing } from '@/lib/i18n/routing'
import { currentInstructor } from '@/lib/server/auth/guard'
import { currentDesk } from '@/lib/server/desk/current-desk'
import type { DeskLesson } from '@/lib/server/desk/desk'
import { DiskError } from '@/lib/server/desk/disk-error'

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
  const lesson = await find(slug)
  if (lesson instanceof DiskError) {
    return (
      <NextIntlClientProvider messages={{ common, desk: words }}>
        <SiteHeader path={`/teach/${slug}`} />
        <DiskTrouble problem={lesson.problem} />
      </NextIntlClientProvider>
    )
  }
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

/** The lesson, or what the disk says instead. */
async function find(slug: string): Promise<DeskLesson | DiskError | null> {
  try {
    return await currentDesk().find(slug)
  } catch (error) {
    if (error instanceof DiskError) return error
    throw error
  }
}
