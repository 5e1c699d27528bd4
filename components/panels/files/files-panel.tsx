'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlaygroundLesson, useProjection } from '@/components/shared/context'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { type DiskFile, filesProjection, removedLately } from '@/lib/engine/trace/files-at'
import { FileRow } from './file-row'
import { PowerFailure, PowerFailureButton } from './power-failure'
import { RemovedFileRow } from './removed-file'

/** What lies on the servers' disk besides the program itself: every file, and what the last exchange did to it. */
export function FilesPanel() {
  const t = useTranslations('machine.files')
  const { start } = usePlaygroundLesson()
  const disk = useProjection(filesProjection)
  const removed = removedLately(disk)
  const [chosen, setChosen] = useState<string | 'newest' | null>('newest')

  const isOwn = ({ path }: { path: string }) => Object.hasOwn(start.files, path)
  const files = disk.files.values().filter((file) => !isOwn(file))
  const written = disk.files.values().filter(isOwn)
  const open = chosen === 'newest' ? (newest(files)?.path ?? null) : chosen

  const rows = (list: readonly DiskFile[]) =>
    list
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map((file) => (
        <FileRow
          key={file.path}
          file={file}
          disk={disk}
          open={file.path === open}
          onToggle={() => setChosen(file.path === open ? null : file.path)}
        />
      ))

  return (
    <PanelFrame
      name="files"
      title={t('title')}
      note={
        <>
          <span className="text-xs text-faint tabular-nums">{files.length}</span>
          <MomentTag />
        </>
      }
      tools={<PowerFailureButton armed={disk.armed} />}
    >
      <PowerFailure armed={disk.armed} />
      {files.length === 0 && removed.length === 0 && <p className="empty">{t('empty')}</p>}
      <ul aria-label={t('list')}>
        {rows(files)}
        {removed.map((file) => (
          <RemovedFileRow key={`${file.removed.seq} ${file.path}`} file={file} />
        ))}
      </ul>
      {written.length > 0 && (
        <>
          <h3 className="px-3 pt-2 pb-1 text-xs text-faint">{t('own')}</h3>
          <ul aria-label={t('own')}>{rows(written)}</ul>
        </>
      )}
    </PanelFrame>
  )
}

/** The file that was changed last: it is open until somebody opens another, or closes it. */
function newest(files: readonly DiskFile[]): DiskFile | undefined {
  return files.reduce<DiskFile | undefined>(
    (latest, file) => (latest && latest.changed.seq > file.changed.seq ? latest : file),
    undefined,
  )
}
