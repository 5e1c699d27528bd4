'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { JarEntry, VisitorJar } from '@/lib/engine/trace/jar-at'
import { cookieName } from '@/lib/playground/cookie-name'
import { newestCookies, SHOWN_COOKIES } from '@/lib/playground/newest-cookies'
import { CookieCard } from './cookie-card'

interface CookieListProps {
  readonly jar: VisitorJar
  readonly entries: readonly JarEntry[]
}

/** The cookies of a jar; of a full one those that were set last, until somebody asks for all. */
export function CookieList({ jar, entries }: CookieListProps) {
  const t = useTranslations('playground.jar')
  const [all, setAll] = useState(false)
  const shown = all ? entries : newestCookies(entries, SHOWN_COOKIES)
  return (
    <>
      {entries.length > SHOWN_COOKIES && (
        <p className="flex flex-wrap items-center gap-x-3 border-line border-b px-3 py-1.5 text-muted text-xs">
          <span>
            {all ? t('all', { count: entries.length }) : t('newest', { count: shown.length, total: entries.length })}
          </span>
          <button type="button" className="text-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('showNewest', { count: SHOWN_COOKIES }) : t('showAll')}
          </button>
        </p>
      )}
      <ul>
        {shown.map((entry) => (
          <CookieCard
            key={entry.key}
            visitor={jar.visitor}
            entry={entry}
            name={cookieName(entry.cookie, jar.cookies.values())}
          />
        ))}
      </ul>
    </>
  )
}
