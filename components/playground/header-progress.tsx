'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { PoleProgress } from '@/components/ui/pole-progress'
import { browserProgress, countDone, NO_PROGRESS } from '@/lib/playground/progress'

/** How many of the lesson's tasks are done. */
export function HeaderProgress({ slug, tasks }: { readonly slug: string; readonly tasks: readonly string[] }) {
  const t = useTranslations('lesson.header')
  const progress = useSyncExternalStore(browserProgress.subscribe, browserProgress.get, () => NO_PROGRESS)
  const done = countDone(progress, slug, tasks)
  const total = tasks.length
  if (total === 0) return null
  const text = t('tasksDone', { done, total })
  return <PoleProgress done={done} total={total} label={t('progress')} text={text} className="mx-3 w-20 max-sm:w-14" />
}
