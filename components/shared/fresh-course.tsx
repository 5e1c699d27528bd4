'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { type Away, watchCourse } from '@/components/shared/watch-course'
import { withBase } from '@/components/ui/base-path'

interface FreshCourseProps {
  readonly locale: string
  /** Revision of the course that this page was rendered from. */
  readonly since: string
  /** Revision of the lesson that is shown, if one is. */
  readonly lesson?: string
}

/** Keeps a page as its lessons are on disk, and tells students when the lesson before them has changed. */
export function FreshCourse({ locale, since, lesson = '' }: FreshCourseProps) {
  const t = useTranslations('common.fresh')
  const { refresh } = useRouter()
  const [seen, setSeen] = useState(lesson)
  useEffect(() => {
    const away: Away = {
      hidden: () => document.hidden,
      onShown: (callback) => {
        document.addEventListener('visibilitychange', callback)
        return () => document.removeEventListener('visibilitychange', callback)
      },
    }
    return watchCourse(withBase(`/api/lessons/changes?locale=${locale}&since=${since}`), since, refresh, away)
  }, [locale, since, refresh])
  return (
    <div role="status">
      {seen !== lesson && (
        <p className="notice flex items-center gap-3">
          <span>{t('changed')}</span>
          <button type="button" className="text-link ml-auto" onClick={() => setSeen(lesson)}>
            {t('dismiss')}
          </button>
        </p>
      )}
    </div>
  )
}
