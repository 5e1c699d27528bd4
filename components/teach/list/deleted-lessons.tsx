'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { askDesk, type DeskError, lessonAddress } from '@/components/teach/desk-api'
import { ErrorWords } from '@/components/teach/error-words'
import { Button } from '@/components/ui/button'
import type { VersionEntry } from '@/lib/server/desk/versions'

/** Lessons that were deleted, each with the way back. */
export function DeletedLessons({ deleted }: { readonly deleted: readonly VersionEntry[] }) {
  const t = useTranslations('desk.deleted')
  const format = useFormatter()
  const { refresh } = useRouter()
  const [error, setError] = useState<DeskError | null>(null)

  async function restore({ slug, id }: VersionEntry): Promise<void> {
    const answer = await askDesk(lessonAddress(slug, 'restore'), 'POST', { version: id })
    setError(answer.ok ? null : answer)
    if (answer.ok) refresh()
  }

  if (deleted.length === 0) return null
  return (
    <section aria-labelledby="deleted" className="grid gap-2">
      <h2 id="deleted" className="font-semibold text-lg">
        {t('title')}
      </h2>
      <p role="alert" className="text-bad text-sm empty:hidden">
        {error && <ErrorWords error={error} />}
      </p>
      <ul className="divide-y divide-line border-line border-y">
        {deleted.map((version) => (
          <li key={version.id} className="flex flex-wrap items-center gap-3 py-2">
            <span className="font-mono text-sm">{version.folder}</span>
            <span className="text-muted text-sm">
              {t('when', { when: format.dateTime(version.at, { dateStyle: 'medium', timeStyle: 'short' }) })}
            </span>
            <Button
              className="ml-auto"
              aria-label={t('restoreOf', { lesson: version.slug })}
              onClick={() => void restore(version)}
            >
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
