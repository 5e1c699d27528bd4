'use client'

import { Editor } from '@monaco-editor/react'
import * as monaco from 'monaco-editor/editor'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CodeEditorProps } from './code-editor'
import { MonacoMarks } from './monaco-marks'
import { languageOf, setUpMonaco } from './monaco-setup'
import { useDarkTheme } from './use-dark-theme'

setUpMonaco()

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontSize: 13,
  lineHeight: 20,
  fontFamily: 'var(--font-mono)',
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  // The panel is narrow, and a horizontal scrollbar that comes late leaves Monaco's margin half a line behind.
  wordWrap: 'on',
  wrappingIndent: 'indent',
  renderLineHighlight: 'line',
  glyphMargin: true,
  lineDecorationsWidth: 4,
  lineNumbersMinChars: 3,
  folding: false,
  tabSize: 2,
  detectIndentation: true,
  wordBasedSuggestions: 'off',
  quickSuggestions: false,
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  scrollbar: { verticalScrollbarSize: 10 },
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
  padding: { top: 6, bottom: 6 },
  renderFinalNewline: 'on',
}

/** The editor of the desktop. Escape lets the Tab key out of it until it is entered again. */
export default function MonacoCodeEditor(props: CodeEditorProps) {
  const { path, source, label, onEdit, ranLines, ranLabel, problems, reveal, firstLine } = props
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor | null>(null)
  const dark = useDarkTheme()
  // What is new to it, though equal, makes Monaco set itself up anew.
  const options = useMemo(() => ({ ...OPTIONS, ariaLabel: label }), [label])

  const edited = useCallback((value: string | undefined) => onEdit(value ?? ''), [onEdit])
  const mounted = useCallback(
    (made: monaco.editor.IStandaloneCodeEditor) => {
      if (firstLine !== null) made.revealLineNearTop(firstLine)
      letTabOut(made)
      setEditor(made)
    },
    [firstLine],
  )

  const shown = useRef<CodeEditorProps['reveal']>(null)
  useEffect(() => {
    if (!editor || !reveal || shown.current === reveal) return
    shown.current = reveal
    const position = { lineNumber: reveal.line, column: reveal.column ?? 1 }
    editor.revealPositionInCenterIfOutsideViewport(position)
    editor.setPosition(position)
    editor.focus()
  }, [editor, reveal])

  return (
    <>
      {editor && <MonacoMarks key={path} editor={editor} ranLines={ranLines} ranLabel={ranLabel} problems={problems} />}
      <Editor
        path={path}
        language={languageOf(path)}
        value={source}
        theme={dark ? 'barbershop-dark' : 'barbershop-light'}
        options={options}
        loading={null}
        onChange={edited}
        onMount={mounted}
      />
    </>
  )
}

/** After Escape, Tab moves the focus on instead of indenting, until the editor is entered anew or typed into. */
function letTabOut(editor: monaco.editor.IStandaloneCodeEditor): void {
  editor.onKeyDown((event) => {
    if (event.keyCode === monaco.KeyCode.Escape) editor.updateOptions({ tabFocusMode: true })
  })
  const indentAgain = () => editor.updateOptions({ tabFocusMode: false })
  editor.onDidBlurEditorText(indentAgain)
  editor.onDidChangeModelContent(indentAgain)
}
