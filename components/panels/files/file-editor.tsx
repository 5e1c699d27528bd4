'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef } from 'react'

interface FileEditorProps {
  readonly path: string
  readonly content: string
  readonly onSave: (content: string) => void
  readonly onCancel: () => void
}

/** A file's text to be changed by hand. Escape leaves it as it was. */
export function FileEditor({ path, content, onSave, onCancel }: FileEditorProps) {
  const t = useTranslations('machine.files')
  const words = useTranslations('playground.jar')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    onSave(field.current?.value ?? content)
  }

  return (
    <form onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onCancel()} className="mt-1">
      <textarea
        ref={field}
        className="field w-full py-1 font-mono text-xs/5"
        aria-label={t('content', { path })}
        defaultValue={content}
        rows={Math.min(12, Math.max(3, content.split('\n').length))}
        spellCheck={false}
        autoComplete="off"
      />
      <div className="mt-1 flex gap-1">
        <button type="submit" className="tool tool-outlined">
          {words('save')}
        </button>
        <button type="button" className="tool" onClick={onCancel}>
          {words('cancel')}
        </button>
      </div>
    </form>
  )
}
