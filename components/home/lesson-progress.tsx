'use client'

import { useTranslations } from 'next-intl'
import type { HomeLesson } from '@/components/home/home-lesson'
import { useProgress } from '@/components/shared/use-progress'
import { PoleProgress } from '@/components/ui/pole-progress'
import { countDone } from '@/lib/lessons/progress'

/** How many of a lesson's tasks are done, as a pole and in words. */
export function LessonProgress({ lesson }: { readonly lesson: HomeLesson }) {
  const t = useTranslations('home')
  const total = lesson.tasks.length
  const done = countDone(useProgress(), lesson.slug, lesson.tasks)
  if (total === 0) return null
  const text = t('tasksDone', { done, total })
  return (
    <span className="flex items-center gap-3 text-faint text-sm">
      <PoleProgress done={done} total={total} label={t('progress')} text={text} className="w-20" />
      <span aria-hidden="true">{text}</span>
    </span>
  )
}
