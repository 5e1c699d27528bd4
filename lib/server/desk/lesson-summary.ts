import { LOCALES } from '@/lib/lessons/locales'
import type { Locale } from '@/lib/lessons/model'
import { tasksOf } from '@/lib/lessons/steps'
import type { DeskLesson } from '@/lib/server/desk/desk'

/** A lesson in the desk's list. */
export interface LessonSummary {
  readonly slug: string
  /** The folder's name, which begins with the lesson's number. */
  readonly folder: string
  /** In the languages in which it is sound. */
  readonly titles: Readonly<Partial<Record<Locale, string>>>
  /** `drift`: nothing else is wrong than that the languages differ. */
  readonly state: 'valid' | 'drift' | 'errors'
  readonly mistakes: number
  readonly tasks: number
  /** When one of its files changed last, in milliseconds since the Unix epoch. */
  readonly changed: number
  /** When a draft of it was saved; `null`: there is none. */
  readonly draft: number | null
}

export function lessonSummary(lesson: DeskLesson): LessonSummary {
  const { slug, folder, changed, draft, reading } = lesson
  const { lessons, diagnostics } = reading
  const any = LOCALES.map((locale) => lessons[locale]).find((found) => found !== undefined)
  const onlyDrift = diagnostics.every(({ code }) => code === 'drift')
  return {
    slug,
    folder,
    titles: Object.fromEntries(Object.values(lessons).map(({ locale, title }) => [locale, title])),
    state: diagnostics.length === 0 ? 'valid' : onlyDrift ? 'drift' : 'errors',
    mistakes: diagnostics.length,
    tasks: any ? tasksOf(any.blocks).length : 0,
    changed,
    draft: draft?.at ?? null,
  }
}
