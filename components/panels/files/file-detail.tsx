'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { usePlayground, usePlaygroundActions, usePlaygroundLesson, useProjection } from '@/components/shared/context'
import { SessionText } from '@/components/shared/session-text'
import type { DiskFile, FileContent } from '@/lib/engine/trace/files-at'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import { fileText } from '@/lib/playground/file-text'
import { accepts } from '@/lib/playground/run-status'
import { symbolicText } from '@/lib/playground/symbolic-text'
import { programOf } from '@/lib/playground/work'
import { FileChange } from './file-change'
import { FileEditor } from './file-editor'

type View = 'content' | 'raw' | 'change'

/** What a file says, what became of it last, and the tools to put a hand on it. */
export function FileDetail({ file, changed }: { file: DiskFile; changed: boolean }) {
  const t = useTranslations('machine.files')
  const words = useTranslations('playground.body')
  const actions = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  const before = useTextBefore(file)
  const text = fileText(file.path, file.content, file.cut)
  const path = symbolicText(file.path, useProjection(jarProjection))
  const [view, setView] = useState<View>(changed && before && text.kind !== 'broken-json' ? 'change' : 'content')
  const [editing, setEditing] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  // What just changed may lie below the panel's edge.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const views: View[] = ['content']
  if (text.kind === 'json' && text.pretty !== file.content) views.push('raw')
  if (before) views.push('change')
  const shown = text.kind === 'json' && view !== 'raw' ? text.pretty : file.content

  return (
    <div ref={box} className="scroll-mt-8 px-3 pb-2">
      <div className="flex flex-wrap items-center gap-1">
        {views.length > 1 &&
          views.map((name) => (
            <button
              key={name}
              type="button"
              className={`tool ${view === name ? 'tool-outlined' : ''}`}
              aria-pressed={view === name}
              onClick={() => setView(name)}
            >
              {t(`view.${name}`)}
            </button>
          ))}
        <span className="ml-auto flex">
          <button
            type="button"
            className="tool"
            disabled={!ready || file.cut > 0}
            aria-label={t('edit', { path: file.path })}
            title={file.cut > 0 ? t('tooLong') : t('edit', { path: file.path })}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            <Pencil aria-hidden="true" size={14} />
          </button>
          <button
            type="button"
            className="tool"
            disabled={!ready}
            aria-label={t('delete', { path: file.path })}
            title={t('delete', { path: file.path })}
            onClick={() => actions.writeFile(path, null)}
          >
            <Trash2 aria-hidden="true" size={14} />
          </button>
        </span>
      </div>
      {text.kind === 'broken-json' && (
        <p className="mt-1 rounded bg-bad-soft px-2 py-1 text-xs text-bad">
          {t(file.torn ? 'broken.torn' : file.size === 0 ? 'broken.blank' : 'broken.other', { message: text.message })}
        </p>
      )}
      {editing ? (
        <FileEditor
          path={file.path}
          content={file.content}
          onCancel={() => setEditing(false)}
          onSave={(content) => {
            setEditing(false)
            actions.writeFile(path, content)
          }}
        />
      ) : view === 'change' && before ? (
        <FileChange path={file.path} before={before} after={file} />
      ) : (
        <pre className="message-body max-h-none whitespace-pre-wrap">
          {shown === '' ? <span className="text-faint">{t('nothing')}</span> : <SessionText text={shown} />}
          {file.cut > 0 && `\n${words('cut', { count: file.cut })}`}
        </pre>
      )}
    </div>
  )
}

/** What a file said before its last change. One of the program's own said what the student's program says. */
function useTextBefore(file: DiskFile): FileContent | null {
  const { start } = usePlaygroundLesson()
  const source = usePlayground((state) => programOf(start, state.edits).files[file.path])
  if (file.before || file.created || source === undefined) return file.before
  return { content: source, cut: 0, size: source.length }
}
