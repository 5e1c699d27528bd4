'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { LessonDialog, type Wish } from '@/components/teach/list/lesson-dialog'
import { LessonState } from '@/components/teach/list/lesson-state'
import { Button } from '@/components/ui/button'
import type { LessonSummary } from '@/lib/server/desk/lesson-summary'

/** Every lesson with its state, and what can be done with it. */
export function LessonTable({ lessons }: { readonly lessons: readonly LessonSummary[] }) {
  const t = useTranslations('desk.list')
  const locale = useLocale()
  const format = useFormatter()
  const { refresh } = useRouter()
  const [wish, setWish] = useState<Wish | null>(null)
  return (
    <section aria-labelledby="lessons" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="lessons" className="font-semibold text-xl">
          {t('title')}
        </h2>
        <Button kind="primary" onClick={() => setWish({ what: 'create' })}>
          {t('create')}
        </Button>
      </div>
      {lessons.length === 0 && <p className="text-muted">{t('empty')}</p>}
      <ul className="divide-y divide-line border-line border-y">
        {lessons.map((lesson) => (
          <li key={lesson.folder} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[1fr_auto]">
            <div>
              <Link href={`/${locale}/teach/${lesson.slug}`} prefetch={false} className="text-link font-semibold">
                {lesson.titles[locale] ?? lesson.slug}
              </Link>{' '}
              <span className="font-mono text-faint text-xs">{lesson.folder}</span>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
                <LessonState lesson={lesson} />
                <span className="text-muted">{t('tasks', { count: lesson.tasks })}</span>
                <span className="text-muted">
                  {t('changed', { when: format.dateTime(lesson.changed, { dateStyle: 'medium', timeStyle: 'short' }) })}
                </span>
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-1">
              {(['duplicate', 'rename', 'delete'] as const).map((what) => (
                <Button
                  key={what}
                  kind="quiet"
                  aria-label={t(`${what}Of`, { lesson: lesson.slug })}
                  onClick={() => setWish({ what, lesson })}
                >
                  {t(what)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {wish && (
        <LessonDialog
          wish={wish}
          lessons={lessons}
          onClose={() => setWish(null)}
          onDone={() => {
            setWish(null)
            refresh()
          }}
        />
      )}
    </section>
  )
}
