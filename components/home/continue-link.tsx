'use client'

import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { HomeLesson } from '@/components/home/home-lesson'
import { useProgress } from '@/components/shared/use-progress'
import { buttonStyle } from '@/components/ui/button-style'
import { lessonPath } from '@/lib/i18n/routing'
import { countDone, type Progress } from '@/lib/lessons/progress'

/** Where to go on: the first lesson that is not done. */
export function ContinueLink({ lessons }: { readonly lessons: readonly HomeLesson[] }) {
  const t = useTranslations('home')
  const locale = useLocale()
  const progress = useProgress()
  const lesson = lessons.find((candidate) => !isDone(candidate, progress)) ?? lessons[0]
  if (!lesson) return null
  const begun = lessons.some(({ slug, tasks }) => countDone(progress, slug, tasks) > 0)
  const words = isDone(lesson, progress) ? 'again' : begun ? 'continue' : 'start'
  return (
    <Link
      prefetch={false}
      href={lessonPath(locale, lesson.slug)}
      className={`${buttonStyle('primary')} min-h-11 px-5 text-base`}
    >
      {t(words, { title: lesson.title })}
      <ArrowRight aria-hidden="true" className="size-4" />
    </Link>
  )
}

function isDone({ slug, tasks }: HomeLesson, progress: Progress): boolean {
  return tasks.length > 0 && countDone(progress, slug, tasks) === tasks.length
}
