'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { usePlayground, usePlaygroundActions, usePlaygroundLesson } from '@/components/shared/context'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { lineRanges } from '@/lib/playground/line-ranges'
import { problemsOf } from '@/lib/playground/problems'
import { shownCursor, shownLog } from '@/lib/playground/selectors'
import type { CodeEditorProps } from './code-editor'
import { LazyEditor } from './lazy-editor'
import { PlainEditor } from './plain-editor'
import { useRanLines } from './use-ran-lines'

/** A file in the editor, and below it which of its lines the exchange that is looked at ran. */
export function CodeView({ file, plain }: { file: string; plain: boolean }) {
  const t = useTranslations('playground')
  const lesson = usePlaygroundLesson()
  const { editFile } = usePlaygroundActions()
  const edited = usePlayground((state) => state.edits[file])
  const reveal = usePlayground((state) => state.reveal)
  const problems = usePlayground((state) => problemsOf(state.log))
  const chosen = usePlayground(
    (state) => state.exchange ?? exchangesProjection.at(shownLog(state), shownCursor(state)).last?.id ?? null,
  )
  const ranLines = useRanLines(chosen, file)

  const editor: CodeEditorProps = {
    path: `${lesson.slug}/${file}`,
    source: edited ?? lesson.start.files[file] ?? '',
    label: t('code.label', { file }),
    onEdit: useCallback((source: string) => editFile(file, source), [editFile, file]),
    ranLines,
    ranLabel: chosen === null ? '' : t('code.ranLabel', { exchange: chosen }),
    problems: useMemo(() => problems.filter((problem) => problem.file === file), [problems, file]),
    reveal: reveal?.file === file ? reveal : null,
    firstLine: file === lesson.start.entry ? lesson.focusLine : null,
  }

  return (
    <div
      id={`file-panel-${file}`}
      role="tabpanel"
      aria-labelledby={`file-tab-${file}`}
      className="flex h-full flex-col"
    >
      <div className="min-h-0 flex-1">{plain ? <PlainEditor {...editor} /> : <LazyEditor {...editor} />}</div>
      <p className="flex min-h-6 flex-wrap items-center gap-x-3 border-t border-line px-3 text-xs text-muted">
        {ranLines.length > 0 && (
          <span>
            <span aria-hidden="true" className="text-good">
              ▸{' '}
            </span>
            {t('code.ran', { exchange: chosen ?? 0, lines: lineRanges(ranLines) })}
          </span>
        )}
        {!plain && <span className="ml-auto">{t('code.leave')}</span>}
      </p>
    </div>
  )
}
