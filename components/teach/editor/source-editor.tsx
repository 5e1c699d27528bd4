'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LazyEditor } from '@/components/panels/code/lazy-editor'
import type { Edit } from '@/components/teach/editor/edit'
import { NewFileDialog } from '@/components/teach/editor/new-file-dialog'
import { ICON_BUTTON } from '@/components/ui/icon-button-style'
import type { Diagnostic } from '@/lib/lessons/diagnostic'

/** Where the editor is to go; a new object each time. */
export interface Target {
  readonly path: string
  readonly line: number
  readonly column: number
}

interface SourceEditorProps {
  readonly slug: string
  readonly edit: Edit
  readonly paths: readonly string[]
  readonly path: string
  /** Of this file. */
  readonly diagnostics: readonly Diagnostic[]
  readonly target: Target | null
  readonly onChoose: (path: string) => void
  readonly onWrite: (path: string, text: string | null) => void
}

const NEVER_REMOVED: readonly string[] = ['zh.md', 'en.md', 'lesson.yaml']
const NO_LINES: readonly number[] = []

/** The lesson's files, one at a time. */
export function SourceEditor({ slug, edit, paths, path, diagnostics, target, onChoose, onWrite }: SourceEditorProps) {
  const t = useTranslations('desk.editor')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <div className="flex items-center gap-1 border-line border-b bg-raised px-2 py-1">
        <label className="min-w-0 flex-1">
          <span className="sr-only">{t('file')}</span>
          <select
            value={path}
            onChange={(event) => onChoose(event.target.value)}
            className="field w-full max-w-md font-mono text-sm"
          >
            {paths.map((one) => (
              <option key={one} value={one}>
                {edit.files[one] === edit.original[one] ? one : t('edited', { file: one })}
              </option>
            ))}
          </select>
        </label>
        {(['zh.md', 'en.md'] as const).map((page) => (
          <button
            key={page}
            type="button"
            aria-pressed={path === page}
            className="rounded-md border border-transparent px-2 py-1 text-sm hover:bg-sunk aria-pressed:border-control aria-pressed:bg-surface"
            onClick={() => onChoose(page)}
          >
            {t(page === 'zh.md' ? 'chinese' : 'english')}
          </button>
        ))}
        <button type="button" aria-label={t('addFile')} className={ICON_BUTTON} onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={t('removeFile', { file: path })}
          disabled={NEVER_REMOVED.includes(path)}
          className={ICON_BUTTON}
          onClick={() => {
            onWrite(path, null)
            onChoose('zh.md')
          }}
        >
          <Trash2 aria-hidden="true" />
        </button>
      </div>
      <div className="min-h-0 flex-1">
        <LazyEditor
          path={`desk/${slug}/${path}`}
          source={edit.files[path] ?? ''}
          label={t('source', { file: path })}
          onEdit={(source) => onWrite(path, source)}
          ranLines={NO_LINES}
          ranLabel=""
          problems={diagnostics}
          reveal={target}
          firstLine={null}
        />
      </div>
      <NewFileDialog
        open={adding}
        taken={paths}
        onClose={() => setAdding(false)}
        onAdd={(added) => {
          onWrite(added, '')
          onChoose(added)
          setAdding(false)
        }}
      />
    </>
  )
}
