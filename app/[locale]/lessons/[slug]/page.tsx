import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, setRequestLocale } from 'next-intl/server'
import { LessonMemoryProvider } from '@/components/panels/lesson/lesson-memory'
import { LessonText } from '@/components/panels/lesson/lesson-text'
import { Header } from '@/components/playground/header'
import { Playground } from '@/components/playground/playground'
import { lessonPath, routing } from '@/lib/i18n/routing'
import type { Lesson } from '@/lib/lessons/model'
import { tasksOf } from '@/lib/lessons/steps'
import { getLesson, listLessons } from '@/lib/server/lessons'

interface LessonPageProps {
  readonly params: Promise<{ readonly locale: string; readonly slug: string }>
}

export async function generateStaticParams({ params }: { readonly params: { readonly locale: string } }) {
  if (!hasLocale(routing.locales, params.locale)) return []
  const lessons = await listLessons(params.locale)
  return lessons.map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const { locale, slug } = await params
  const lesson = hasLocale(routing.locales, locale) ? await getLesson(slug, locale) : null
  return lesson ? { title: lesson.title, description: lesson.summary } : {}
}

/** A lesson in the playground. */
export default async function LessonPage({ params }: LessonPageProps) {
  const { locale, slug } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const [{ common, lesson: words, playground }, lessons] = await Promise.all([getMessages(), listLessons(locale)])
  const index = lessons.findIndex((candidate) => candidate.slug === slug)
  const lesson = lessons[index]
  if (!lesson) notFound()
  return (
    <NextIntlClientProvider messages={{ common, lesson: words, playground }}>
      <div className="flex h-dvh flex-col">
        <Header
          lesson={lesson}
          tasks={tasksOf(lesson.blocks).map(({ id }) => id)}
          previous={lessons[index - 1] ?? null}
          next={lessons[index + 1] ?? null}
        />
        <LessonMemoryProvider key={slug}>
          <main className="flex min-h-0 flex-1 flex-col">
            <Playground lesson={playgroundLesson(lesson)}>
              <LessonText lesson={lesson} programs={`${lessonPath(locale, slug)}/programs`} />
            </Playground>
          </main>
        </LessonMemoryProvider>
      </div>
    </NextIntlClientProvider>
  )
}

/** What goes to the browser as data: the text goes there rendered, other programs when they are asked for. */
function playgroundLesson({ locale, slug, number, title, start, options, focusLine, panels, blocks }: Lesson) {
  const tasks = tasksOf(blocks).map(({ id, title, proof, laws }) => ({ id, title, proof, laws }))
  return { locale, slug, number, title, start, options, focusLine, panels, tasks }
}
