import { hasLocale } from 'next-intl'
import type { LessonPrograms } from '@/components/panels/lesson/fetch-programs'
import { routing } from '@/lib/i18n/routing'
import { getLesson } from '@/lib/server/lessons'

interface Context {
  readonly params: Promise<{ readonly locale: string; readonly slug: string }>
}

/** A lesson's solutions and wrong programs: no part of its page, fetched when a task is checked or given up. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params
  const lesson = hasLocale(routing.locales, locale) ? await getLesson(slug, locale) : null
  if (!lesson) return new Response(null, { status: 404 })
  return Response.json({ solutions: lesson.solutions, wrong: lesson.wrong } satisfies LessonPrograms)
}
