import { hasLocale } from 'next-intl'
import type { LessonPrograms } from '@/components/panels/lesson/fetch-programs'
import { routing } from '@/lib/i18n/routing'
import { serveLesson } from '@/lib/server/lessons/lessons'

interface Context {
  readonly params: Promise<{ readonly locale: string; readonly slug: string }>
}

/** A lesson's solutions and wrong programs: no part of its page, fetched when a task is checked or given up. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params
  const served = hasLocale(routing.locales, locale) ? await serveLesson(slug, locale) : null
  if (!served) return new Response(null, { status: 404 })
  const { solutions, wrong } = served.lesson
  return Response.json({ solutions, wrong } satisfies LessonPrograms)
}
