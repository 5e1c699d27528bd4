'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { CodeEditorProps } from './code-editor'

const LINE_HEIGHT = 20

/** A text field with line numbers, for small screens and wherever Monaco does not run. Tab moves on, as everywhere. */
export function PlainEditor({ source, label, onEdit, ranLines, ranLabel, problems, reveal }: CodeEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const lines = source.split('\n')
  const ran = new Set(ranLines)
  const wrong = new Map(problems.map((problem) => [problem.line, problem.message]))

  useEffect(() => {
    if (!reveal || !field.current) return
    const start = offsetOf(field.current.value, reveal.line)
    field.current.focus()
    field.current.setSelectionRange(start, start)
    scroller.current?.scrollTo({ top: Math.max(0, (reveal.line - 4) * LINE_HEIGHT) })
  }, [reveal])

  return (
    <div ref={scroller} className="h-full overflow-auto font-mono text-[13px] leading-5">
      <div className="flex min-w-max" style={{ minHeight: lines.length * LINE_HEIGHT }}>
        <ol
          aria-hidden="true"
          className="sticky left-0 shrink-0 select-none bg-surface pr-2 pl-1 text-right text-muted"
        >
          {lines.map((_line, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a line number is what it is the number of
              key={index}
              title={wrong.get(index + 1) ?? (ran.has(index + 1) ? ranLabel : undefined)}
              className={marginClass(wrong.has(index + 1), ran.has(index + 1))}
            >
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={field}
          aria-label={label}
          value={source}
          rows={lines.length}
          cols={Math.max(...lines.map((line) => line.length), 20) + 2}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          autoComplete="off"
          onChange={(event) => onEdit(event.target.value)}
          onKeyDown={(event) => indent(event, onEdit)}
          className="min-w-0 flex-1 resize-none overflow-hidden whitespace-pre bg-transparent pl-2 outline-offset-[-2px]"
        />
      </div>
    </div>
  )
}

/** A new line starts where the one before it started. */
function indent(event: KeyboardEvent<HTMLTextAreaElement>, onEdit: (source: string) => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  const field = event.currentTarget
  const { value, selectionStart, selectionEnd } = field
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart)
  const space = /^[ \t]*/.exec(line)?.[0] ?? ''
  event.preventDefault()
  field.setRangeText(`\n${space}`, selectionStart, selectionEnd, 'end')
  onEdit(field.value)
}

/** Where a line begins in a text; lines count from 1. */
function offsetOf(text: string, line: number): number {
  let offset = 0
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', offset)
    if (end === -1) return offset
    offset = end + 1
  }
  return offset
}

function marginClass(wrong: boolean, ran: boolean): string {
  if (wrong) return 'wrong-number'
  return ran ? 'ran-number' : ''
}
