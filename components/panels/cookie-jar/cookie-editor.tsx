'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef } from 'react'

interface CookieEditorProps {
  readonly name: string
  readonly value: string
  readonly onSave: (value: string) => void
  readonly onCancel: () => void
}

/** A new value for a cookie, as DevTools lets one type it. Escape leaves it as it was. */
export function CookieEditor({ name, value, onSave, onCancel }: CookieEditorProps) {
  const t = useTranslations('playground')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    onSave(field.current?.value ?? value)
  }

  return (
    <form
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      className="mt-1 flex flex-wrap gap-1"
    >
      <input
        ref={field}
        className="field min-w-40 flex-1 font-mono text-xs"
        aria-label={t('jar.value', { name })}
        defaultValue={value}
        spellCheck={false}
        autoComplete="off"
      />
      <button type="submit" className="tool tool-outlined">
        {t('jar.save')}
      </button>
      <button type="button" className="tool" onClick={onCancel}>
        {t('jar.cancel')}
      </button>
    </form>
  )
}
