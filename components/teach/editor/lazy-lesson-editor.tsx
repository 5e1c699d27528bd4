'use client'

import dynamic from 'next/dynamic'
import type { ServedLesson } from '@/components/teach/editor/use-edit'

/** What was typed and not saved is known to the browser only: the server renders none of it. */
const LessonEditor = dynamic(loadEditor, { ssr: false, loading: () => null })

/** Students' programs are neither Markdown nor YAML, so their editor does not know them. */
async function loadEditor() {
  const [{ LessonEditor }] = await Promise.all([
    import('./lesson-editor'),
    import('monaco-editor/languages/definitions/markdown/register'),
    import('monaco-editor/languages/definitions/yaml/register'),
  ])
  return LessonEditor
}

export function LazyLessonEditor({ lesson }: { readonly lesson: ServedLesson }) {
  return <LessonEditor key={lesson.slug} lesson={lesson} />
}
