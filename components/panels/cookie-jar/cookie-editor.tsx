'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef } from 'react'
import { useProjection } from '@/components/shared/context'
import type { VisitorId } from '@/lib/engine/story/action'
import { jarProjection } from '@/lib/engine/trace/jar-at'

interface CookieEditorProps {
  readonly visitor: VisitorId
  readonly name: string
  readonly value: string
  readonly onSave: (value: string) => void
  readonly onCancel: () => void
}

/** A new value for a cookie, as DevTools lets one type it. Escape leaves it as it was. */
export function CookieEditor({ visitor, name, value, onSave, onCancel }: CookieEditorProps) {
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
      <Reference visitor={visitor} name={name} />
    </form>
  )
}

/** Where somebody else has a cookie of this name: how to write it so that it still means the same in every replay. */
function Reference({ visitor, name }: { visitor: VisitorId; name: string }) {
  const t = useTranslations('playground')
  const jars = useProjection(jarProjection).values()
  const other = jars.find(
    (jar) => jar.visitor !== visitor && [...jar.cookies.values()].some((cookie) => cookie.name === name),
  )
  if (!other) return null
  return (
    <p className="w-full text-xs break-words text-muted">
      {t('jar.reference', { reference: `{${other.visitor}/${name}/raw}`, visitor: other.visitor })}
    </p>
  )
}
