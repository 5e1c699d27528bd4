'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { CompareView } from '@/components/teach/editor/compare-view'
import { DeskNotices } from '@/components/teach/editor/desk-notices'
import { DiagnosticList } from '@/components/teach/editor/diagnostic-list'
import { EditorBar } from '@/components/teach/editor/editor-bar'
import { HistoryDialog } from '@/components/teach/editor/history-dialog'
import { Preview } from '@/components/teach/editor/preview'
import { SourceEditor, type Target } from '@/components/teach/editor/source-editor'
import { useChecked } from '@/components/teach/editor/use-checked'
import { type ServedLesson, useEdit } from '@/components/teach/editor/use-edit'
import { useSaving } from '@/components/teach/editor/use-saving'
import { SignInForm } from '@/components/teach/sign-in-form'
import { Dialog } from '@/components/ui/dialog'
import type { Diagnostic } from '@/lib/lessons/diagnostic'
import type { Locale } from '@/lib/lessons/model'
import { parseLesson } from '@/lib/lessons/parse/lesson'
import { inOrder } from './edit'

/** The desk's editor: a lesson's files, what is wrong with them, and the lesson as students would have it. */
export function LessonEditor({ lesson }: { readonly lesson: ServedLesson }) {
  const t = useTranslations('desk.editor')
  const { edit, origin, isBehind, isKept, write, start } = useEdit(lesson)
  const [path, setPath] = useState('zh.md')
  const [target, setTarget] = useState<Target | null>(null)
  const [showsHistory, setShowsHistory] = useState(false)
  const files = useDeferredValue(edit.files)
  const reading = useMemo(() => parseLesson(lesson.folder, files), [lesson.folder, files])
  const { run, checking, found } = useChecked(lesson.folder, edit.files)
  const saving = useSaving(lesson.slug, edit, start, run)
  const diagnostics = useMemo(() => [...reading.diagnostics, ...found], [reading, found])
  const locale: Locale = path === 'en.md' || path.includes('.en/') ? 'en' : 'zh'
  const theirs = saving.theirs ?? (isBehind ? { files: lesson.files, revision: lesson.revision } : null)

  function goTo({ file, line, column }: Diagnostic): void {
    const inLesson = file.slice(`lessons/${lesson.folder}/`.length)
    if (!Object.hasOwn(edit.files, inLesson)) return
    setPath(inLesson)
    setTarget({ path: inLesson, line, column })
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <EditorBar
        lesson={lesson}
        edit={edit}
        saving={saving}
        checking={checking}
        onCheck={() => void run()}
        onHistory={() => setShowsHistory(true)}
        onDiscard={() => {
          start({ base: lesson.revision, original: lesson.files, files: lesson.files })
        }}
      />
      <DeskNotices origin={origin} isKept={isKept} saving={saving} edit={edit} slug={lesson.slug} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] overflow-auto lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:overflow-hidden">
        <div className="flex min-h-[28rem] flex-col border-line border-r lg:min-h-0">
          <SourceEditor
            slug={lesson.slug}
            edit={edit}
            paths={inOrder(Object.keys(edit.files))}
            path={path}
            diagnostics={diagnostics.filter(({ file }) => file === `lessons/${lesson.folder}/${path}`)}
            target={target?.path === path ? target : null}
            onChoose={setPath}
            onWrite={write}
          />
          <DiagnosticList diagnostics={diagnostics} folder={lesson.folder} onChoose={goTo} />
        </div>
        <Preview reading={reading} locale={locale} />
      </div>
      {theirs && (
        <CompareView
          mine={edit.files}
          theirs={theirs.files}
          onDecide={(decided) => start({ base: theirs.revision, original: theirs.files, files: decided })}
          onDecided={saving.settle}
        />
      )}
      <HistoryDialog
        slug={lesson.slug}
        open={showsHistory}
        onClose={() => setShowsHistory(false)}
        onChoose={(former) => start({ ...edit, files: former })}
      />
      <Dialog
        open={saving.isSignedOut}
        title={t('signedOut')}
        closeLabel={t('close')}
        onClose={() => saving.isSignedOut && saving.settle()}
      >
        <p className="mb-3 text-muted text-sm">{t('signedOutText')}</p>
        <SignInForm onSignedIn={saving.retry} />
      </Dialog>
    </div>
  )
}
