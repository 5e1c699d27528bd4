'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions, usePlaygroundLesson, useProjection } from '@/components/shared/context'
import { PanelFrame } from '@/components/shared/panel-frame'
import { TabBar } from '@/components/shared/tab-bar'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { filesInOrder } from '@/lib/playground/file-order'
import { lineRanges } from '@/lib/playground/line-ranges'
import { problemsOf } from '@/lib/playground/problems'
import type { CodeEditorProps } from './code-editor'
import { LazyEditor } from './lazy-editor'
import { PlainEditor } from './plain-editor'
import { ResetTools } from './reset-tools'
import { useRanLines } from './use-ran-lines'

/** The program, a tab per file. `plain` takes the simple editor in the place of Monaco. */
export function CodePanel({ plain = false }: { plain?: boolean }) {
  const t = useTranslations('playground')
  const lesson = usePlaygroundLesson()
  const { editFile, showFile } = usePlaygroundActions()
  const file = usePlayground((state) => state.file)
  const edits = usePlayground((state) => state.edits)
  const reveal = usePlayground((state) => state.reveal)
  const problems = usePlayground((state) => problemsOf(state.log))
  const exchanges = useProjection(exchangesProjection).values()
  const chosen = usePlayground((state) => state.exchange) ?? exchanges.at(-1)?.id ?? null
  const ranLines = useRanLines(chosen, file)
  const ranLabel = chosen === null ? '' : t('code.ranLabel', { exchange: chosen })
  const paths = filesInOrder(lesson.start)

  const editor: CodeEditorProps = {
    path: `${lesson.slug}/${file}`,
    source: edits[file] ?? lesson.start.files[file] ?? '',
    label: t('code.label', { file }),
    onEdit: (source) => editFile(file, source),
    ranLines,
    ranLabel,
    problems: problems.filter((problem) => problem.file === file),
    reveal: reveal?.file === file ? reveal : null,
    firstLine: file === lesson.start.entry ? lesson.focusLine : null,
  }

  return (
    <PanelFrame
      name="code"
      title={t('panel.code')}
      ownScroll
      note={
        <TabBar
          label={t('code.files')}
          idPrefix="file"
          tabs={paths.map((path) => ({ id: path, label: path in edits ? t('code.edited', { file: path }) : path }))}
          chosen={file}
          onChoose={showFile}
        />
      }
      tools={<ResetTools file={file} />}
    >
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
    </PanelFrame>
  )
}
