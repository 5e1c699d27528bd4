'use client'

import { useTranslations } from 'next-intl'
import { SessionText } from '@/components/shared/session-text'
import type { RemovedFile } from '@/lib/engine/trace/files-at'
import { FileAuthor } from './file-author'

/** A file that the last exchange took away, or a person since: still shown once, struck through. */
export function RemovedFileRow({ file }: { file: RemovedFile }) {
  const t = useTranslations('playground.mark')
  return (
    <li className="flex min-h-8 items-center gap-2 border-b border-line px-3 pl-6 text-muted">
      <s className="min-w-0 flex-1 truncate font-mono" title={file.path}>
        <SessionText text={file.path} />
      </s>
      <span className="tag tag-bad">{t('removed')}</span>
      <FileAuthor touch={file.removed} />
    </li>
  )
}
