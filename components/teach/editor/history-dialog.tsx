'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { askDesk, type DeskError, lessonAddress } from '@/components/teach/desk-api'
import { ErrorWords } from '@/components/teach/error-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FileMap } from '@/lib/lessons/parse/files'
import type { Version, VersionEntry } from '@/lib/server/desk/versions'

interface HistoryDialogProps {
  readonly slug: string
  readonly open: boolean
  readonly onClose: () => void
  /** A former version is put into the editor; it is not saved yet. */
  readonly onChoose: (files: FileMap) => void
}

/** A lesson's former versions. */
export function HistoryDialog({ slug, open, onClose, onChoose }: HistoryDialogProps) {
  const t = useTranslations('desk.history')
  const format = useFormatter()
  const [versions, setVersions] = useState<readonly VersionEntry[] | null>(null)
  const [error, setError] = useState<DeskError | null>(null)
  useEffect(() => {
    if (!open) return
    void askDesk<{ versions: readonly VersionEntry[] }>(lessonAddress(slug, 'history')).then((answer) => {
      setVersions(answer.ok ? answer.value.versions : [])
      setError(answer.ok ? null : answer)
    })
  }, [slug, open])

  async function choose(id: string): Promise<void> {
    const answer = await askDesk<Version>(lessonAddress(slug, `history/${id}`))
    if (!answer.ok) {
      setError(answer)
      return
    }
    onChoose(answer.value.files)
    onClose()
  }

  return (
    <Dialog open={open} title={t('title')} closeLabel={t('close')} onClose={onClose}>
      <p className="text-muted text-sm">{t('text')}</p>
      <p role="alert" className="text-bad text-sm empty:hidden">
        {error && <ErrorWords error={error} />}
      </p>
      {versions?.length === 0 && !error && <p className="mt-3">{t('empty')}</p>}
      <ul className="mt-3 divide-y divide-line">
        {versions?.map(({ id, at, revision }) => {
          const when = format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium' })
          return (
            <li key={id} className="flex flex-wrap items-center gap-3 py-2">
              <span>{when}</span>
              <span className="font-mono text-faint text-xs">{revision.slice(0, 8)}</span>
              <Button className="ml-auto" aria-label={t('putBackOf', { when })} onClick={() => void choose(id)}>
                {t('putBack')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
