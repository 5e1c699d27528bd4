'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LessonMemoryProvider } from '@/components/panels/lesson/lesson-memory'
import { LessonText } from '@/components/panels/lesson/lesson-text'
import { Playground } from '@/components/playground/playground'
import { LANGUAGE_TAGS } from '@/lib/i18n/routing'
import type { Lesson, Locale } from '@/lib/lessons/model'
import type { LessonReading } from '@/lib/lessons/parse/lesson'
import { playgroundLesson } from '@/lib/playground/lesson-props'

/** The lesson as students would have it, working; while it has mistakes, as it was before them. */
export function Preview({ reading, locale }: { readonly reading: LessonReading; readonly locale: Locale }) {
  const t = useTranslations('desk.editor')
  const now = reading.lessons[locale] ?? null
  const [last, setLast] = useState<Partial<Record<Locale, Lesson>>>({})
  if (now !== null && last[locale] !== now) setLast({ ...last, [locale]: now })
  const lesson = now ?? last[locale] ?? null
  return (
    <section aria-label={t('preview')} className="flex min-h-[36rem] min-w-0 flex-col bg-page lg:min-h-0">
      {now === null && <p className="desk-notice text-warn">{lesson === null ? t('noPreview') : t('oldPreview')}</p>}
      {lesson !== null && (
        <LessonMemoryProvider key={`${lesson.slug} ${locale}`}>
          <Playground lesson={playgroundLesson(lesson)} isPreview>
            <div lang={LANGUAGE_TAGS[locale]}>
              <LessonText lesson={lesson} programs={{ solutions: lesson.solutions, wrong: lesson.wrong }} />
            </div>
          </Playground>
        </LessonMemoryProvider>
      )}
    </section>
  )
}
