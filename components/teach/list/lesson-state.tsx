'use client'

import { CircleAlert, CircleCheck, Languages, PencilLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { LessonSummary } from '@/lib/server/desk/lesson-summary'

const LOOK = {
  valid: { Icon: CircleCheck, colour: 'text-good' },
  drift: { Icon: Languages, colour: 'text-warn' },
  errors: { Icon: CircleAlert, colour: 'text-bad' },
} as const

/** Whether a lesson is fit for students, in words and by a sign. */
export function LessonState({ lesson }: { readonly lesson: LessonSummary }) {
  const t = useTranslations('desk.list')
  const format = useFormatter()
  const { Icon, colour } = LOOK[lesson.state]
  return (
    <>
      <span className={`inline-flex items-center gap-1 ${colour}`}>
        <Icon aria-hidden="true" className="size-4" />
        {t(`state.${lesson.state}`, { count: lesson.mistakes })}
      </span>
      {lesson.draft !== null && (
        <span className="inline-flex items-center gap-1 text-warn">
          <PencilLine aria-hidden="true" className="size-4" />
          {t('draft', { when: format.dateTime(lesson.draft, { dateStyle: 'medium', timeStyle: 'short' }) })}
        </span>
      )}
    </>
  )
}
