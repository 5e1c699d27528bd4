'use client'

import { useTranslations } from 'next-intl'
import { useProgress } from '@/components/shared/use-progress'
import { PoleProgress } from '@/components/ui/pole-progress'
import { countDone } from '@/lib/lessons/progress'

/** How many of the lesson's tasks are done. */
export function HeaderProgress({ slug, tasks }: { readonly slug: string; readonly tasks: readonly string[] }) {
  const t = useTranslations('lesson.header')
  const done = countDone(useProgress(), slug, tasks)
  const total = tasks.length
  if (total === 0) return null
  const text = t('tasksDone', { done, total })
  return <PoleProgress done={done} total={total} label={t('progress')} text={text} className="mx-3 w-20 max-sm:w-14" />
}
