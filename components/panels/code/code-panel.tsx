'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions, usePlaygroundLesson } from '@/components/shared/context'
import { PanelFrame } from '@/components/shared/panel-frame'
import { TabBar } from '@/components/shared/tab-bar'
import { filesInOrder } from '@/lib/playground/file-order'
import { CodeView } from './code-view'
import { ResetTools } from './reset-tools'

/** The program, a tab per file. `plain` takes the simple editor in the place of Monaco. */
export function CodePanel({ plain = false }: { plain?: boolean }) {
  const t = useTranslations('playground')
  const lesson = usePlaygroundLesson()
  const { showFile } = usePlaygroundActions()
  const file = usePlayground((state) => state.file)
  const edits = usePlayground((state) => state.edits)
  const paths = filesInOrder(lesson.start)
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
      <CodeView file={file} plain={plain} />
    </PanelFrame>
  )
}
