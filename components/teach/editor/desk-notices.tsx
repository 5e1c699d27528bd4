'use client'

import { useTranslations } from 'next-intl'
import type { Edit } from '@/components/teach/editor/edit'
import { download } from '@/components/teach/editor/editor-bar'
import type { Origin } from '@/components/teach/editor/use-edit'
import type { SaveOutcome, Saving } from '@/components/teach/editor/use-saving'
import { ErrorWords } from '@/components/teach/error-words'
import { Button } from '@/components/ui/button'

interface DeskNoticesProps {
  readonly origin: Origin
  readonly isKept: boolean
  readonly saving: Saving
  readonly edit: Edit
  readonly slug: string
}

/** What an instructor has to know about the edit: where it comes from, what came of saving it, what is not kept. */
export function DeskNotices({ origin, isKept, saving, edit, slug }: DeskNoticesProps) {
  const t = useTranslations('desk.notice')
  return (
    <div role="status" className="shrink-0">
      {origin !== 'lesson' && saving.outcome === null && <p className="desk-notice">{t(`origin.${origin}`)}</p>}
      {!isKept && <p className="desk-notice text-warn">{t('notKept')}</p>}
      {saving.outcome && (
        <p className="desk-notice flex flex-wrap items-center gap-3">
          <Outcome outcome={saving.outcome} />
          {saving.outcome.type === 'error' && <Button onClick={() => download(slug, edit)}>{t('download')}</Button>}
        </p>
      )}
    </div>
  )
}

function Outcome({ outcome }: { readonly outcome: SaveOutcome }) {
  const t = useTranslations('desk.notice')
  switch (outcome.type) {
    case 'published':
      return <span className="text-good">{t('published')}</span>
    case 'draft':
      return outcome.wanted === 'draft' ? (
        <span>{t('draft')}</span>
      ) : (
        <span className="text-warn">{t('keptAsDraft', { count: outcome.mistakes })}</span>
      )
    case 'check-failed':
      return <span className="text-bad">{t('checkFailed')}</span>
    case 'error':
      return (
        <span className="text-bad">
          <ErrorWords error={outcome.error} />
        </span>
      )
    default:
      return outcome satisfies never
  }
}
