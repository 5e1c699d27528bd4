'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEarlier } from '@/components/shared/context'
import { Flash } from '@/components/shared/flash'
import { SessionText } from '@/components/shared/session-text'
import { type DiskFile, type DiskState, fileMark, filesProjection } from '@/lib/engine/trace/files-at'
import { FileAuthor } from './file-author'
import { FileDetail } from './file-detail'

interface FileRowProps {
  readonly file: DiskFile
  readonly disk: DiskState
  readonly open: boolean
  readonly onToggle: () => void
}

/** A file in a line; open, with what it says. */
export function FileRow({ file, disk, open, onToggle }: FileRowProps) {
  const t = useTranslations('machine.files')
  const words = useTranslations('playground.mark')
  const mark = fileMark(file, disk)
  const earlier = useEarlier(filesProjection)
  const edited = earlier !== null && earlier.files.get(file.path)?.content !== file.content
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <li className="border-b border-line">
      <div className="flash-box flex flex-wrap items-center justify-end gap-x-2 pr-3">
        {mark && <Flash of={file.changed.seq} />}
        <button
          type="button"
          aria-expanded={open}
          className="flex min-h-8 min-w-0 flex-1 basis-56 items-center gap-1 pl-1.5 text-left focus-visible:-outline-offset-2"
          onClick={onToggle}
        >
          <Chevron aria-hidden="true" size={14} className="shrink-0 text-faint" />
          <span className="min-w-0 truncate font-mono" title={file.path}>
            <SessionText text={file.path} />
          </span>
          <span className="shrink-0 pl-1 text-xs text-faint tabular-nums">{t('size', { size: file.size })}</span>
        </button>
        {file.torn && <span className="tag tag-bad">{t('torn')}</span>}
        {file.size === 0 && <span className="tag tag-warn">{t('blank')}</span>}
        {mark && <span className="tag tag-changed">{words(mark)}</span>}
        {edited && <span className="tag tag-changed">{words('changedByEdit')}</span>}
        <FileAuthor touch={file.changed} />
      </div>
      {open && <FileDetail key={file.changed.seq} file={file} changed={mark === 'changed'} />}
    </li>
  )
}
