import * as monaco from 'monaco-editor/editor'
import { useEffect, useRef } from 'react'
import { useSame } from '@/components/shared/use-same'
import type { EditorProblem } from './code-editor'

interface MonacoMarksProps {
  readonly editor: monaco.editor.IStandaloneCodeEditor
  readonly ranLines: readonly number[]
  readonly ranLabel: string
  readonly problems: readonly EditorProblem[]
}

/** Marks of one file: lines that ran, and faults. To be mounted anew for another file. */
export function MonacoMarks({ editor, ranLines, ranLabel, problems }: MonacoMarksProps) {
  const label = useRef(ranLabel)
  useEffect(() => {
    label.current = ranLabel
  }, [ranLabel])

  // Most exchanges run the same lines as the one before: to mark them anew would draw the editor anew.
  const lines = useSame(ranLines)
  useEffect(() => {
    const marks = editor.createDecorationsCollection(decorationsOf(lines, () => label.current))
    return () => marks.clear()
  }, [editor, lines])

  useEffect(() => {
    const model = editor.getModel()
    if (model) monaco.editor.setModelMarkers(model, 'barbershop', markersOf(problems))
  }, [editor, problems])

  return null
}

/** Marks in the margin for lines that ran, with words for who points at them: Monaco asks for those only then. */
function decorationsOf(lines: readonly number[], label: () => string): monaco.editor.IModelDeltaDecoration[] {
  const message: monaco.IMarkdownString = {
    get value() {
      return label()
    },
  }
  return lines.map((line) => ({
    range: new monaco.Range(line, 1, line, 1),
    options: {
      isWholeLine: true,
      className: 'ran-line',
      glyphMarginClassName: 'ran-mark',
      glyphMarginHoverMessage: message,
    },
  }))
}

/** Faults as an editor's error marks. */
function markersOf(problems: readonly EditorProblem[]): monaco.editor.IMarkerData[] {
  return problems.map(({ line, column = 1, message }) => ({
    severity: monaco.MarkerSeverity.Error,
    message,
    startLineNumber: line,
    endLineNumber: line,
    startColumn: column,
    // A mark of one character is hard to see: to the end of the line, which Monaco shortens it to.
    endColumn: 1000,
  }))
}
