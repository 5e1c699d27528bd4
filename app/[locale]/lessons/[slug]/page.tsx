import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, setRequestLocale } from 'next-intl/server'
import { LessonMemoryProvider } from '@/components/panels/lesson/lesson-memory'
import { LessonText } from '@/components/panels/lesson/lesson-text'
import { Header } from '@/components/playground/header'
import { Playground } from '@/components/playground/playground'
import { FreshCourse } from '@/components/shared/fresh-course'
import { ProgressSync } from '@/components/shared/progress-sync'
import { lessonPath, routing } from '@/lib/i18n/routing'
import { tasksOf } from '@/lib/lessons/steps'
import { playgroundLesson } from '@/lib/playground/lesson-props'
import { courseRevision, renamedLessons, serveLesson, serveLessons } from '@/lib/server/lessons/lessons'

interface LessonPageProps {
  readonly params: Promise<{ readonly locale: string; readonly slug: string }>
}

export async function generateStaticParams({ params }: { readonly params: { readonly locale: string } }) {
  if (!hasLocale(routing.locales, params.locale)) return []
  const lessons = await serveLessons(params.locale)
  return lessons.map(({ lesson }) => ({ slug: lesson.slug }))
}

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const { locale, slug } = await params
  const served = hasLocale(routing.locales, locale) ? await serveLesson(slug, locale) : null
  return served ? { title: served.lesson.title, description: served.lesson.summary } : {}
}

/** A lesson in the playground. */
export default async function LessonPage({ params }: LessonPageProps) {
  const { locale, slug } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const [{ common, lesson: words, machine, playground, redis, sequence }, lessons, course, renamed] = await Promise.all(
    [getMessages(), serveLessons(locale), courseRevision(locale), renamedLessons()],
  )
  const index = lessons.findIndex(({ lesson }) => lesson.slug === slug)
  const served = lessons[index]
  if (!served) {
    const now = Object.hasOwn(renamed, slug) ? renamed[slug] : undefined
    if (now !== undefined) permanentRedirect(lessonPath(locale, now))
    notFound()
  }
  const { lesson, revision } = served
  return (
    <NextIntlClientProvider messages={{ common, lesson: words, machine, playground, redis, sequence }}>
      <div className="flex h-dvh flex-col">
        <Header
          lesson={lesson}
          tasks={tasksOf(lesson.blocks).map(({ id }) => id)}
          previous={lessons[index - 1]?.lesson ?? null}
          next={lessons[index + 1]?.lesson ?? null}
        />
        <FreshCourse locale={locale} since={course} lesson={revision} />
        <ProgressSync renamed={renamed} />
        <LessonMemoryProvider key={slug}>
          <main className="flex min-h-0 flex-1 flex-col">
            <Playground lesson={playgroundLesson(lesson)}>
              <LessonText lesson={lesson} programs={`${lessonPath(locale, slug)}/programs?revision=${revision}`} />
            </Playground>
          </main>
        </LessonMemoryProvider>
      </div>
    </NextIntlClientProvider>
  )
}
