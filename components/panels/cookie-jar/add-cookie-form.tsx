'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { usePart, usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { buttonStyle } from '@/components/ui/button-style'
import type { VisitorId } from '@/lib/engine/story/action'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'
import { accepts } from '@/lib/playground/run-status'
import { AddedCookie } from './added-cookie'

const ATTRIBUTES = 'Path=/'

/**
 * Name, value and attributes of a cookie, as a server would set it. What the browser makes of it is said below, and the
 * form stays: whoever wants to know about limits adds many.
 */
export function AddCookieForm({ visitor }: { visitor: VisitorId }) {
  const t = useTranslations('playground')
  const { addCookie } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  const page = usePart(visitorsProjection, (visitors) => visitors.get(visitor)?.page?.url ?? null)
  const [line, setLine] = useState(`=; ${ATTRIBUTES}`)

  function add(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    addCookie(visitor, textOf(typed, 'host'), lineOf(typed))
  }

  return (
    <form
      onSubmit={add}
      onChange={(event) => setLine(lineOf(new FormData(event.currentTarget)))}
      className="grid grid-cols-2 gap-3 text-[13px]"
    >
      <p className="col-span-2 text-muted">{t('jar.addAbout')}</p>
      <Field name="name" label={t('jar.field.name')} isFirst placeholder="theme" />
      <Field name="value" label={t('jar.field.value')} placeholder="dark" />
      <Field name="attributes" label={t('jar.field.attributes')} initial={ATTRIBUTES} placeholder="Path=/; HttpOnly" />
      <Field name="host" label={t('jar.field.host')} initial={hostOf(page)} placeholder="localhost" />
      <p className="col-span-2 font-mono text-xs break-all text-muted">Set-Cookie: {line}</p>
      <div className="col-span-2">
        <button type="submit" className={buttonStyle('primary')} disabled={!ready}>
          {t('jar.put')}
        </button>
      </div>
      <AddedCookie visitor={visitor} />
    </form>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly placeholder: string
  readonly initial?: string
  readonly isFirst?: boolean
}

function Field({ name, label, placeholder, initial = '', isFirst }: FieldProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="font-medium">{label}</span>
      <input
        data-first-focus={isFirst}
        name={name}
        className="field min-h-8 font-mono text-xs"
        defaultValue={initial}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
    </label>
  )
}

/** What would stand after `Set-Cookie:`. */
function lineOf(typed: FormData): string {
  const attributes = textOf(typed, 'attributes').replace(/^;\s*/, '')
  return `${textOf(typed, 'name')}=${textOf(typed, 'value')}${attributes === '' ? '' : `; ${attributes}`}`
}

function textOf(typed: FormData, name: string): string {
  const text = typed.get(name)
  return typeof text === 'string' ? text.trim() : ''
}

/** The host of the page; with its scheme where that decides what may be set. */
function hostOf(page: string | null): string {
  if (page === null || !URL.canParse(page)) return 'localhost'
  const { protocol, hostname, origin } = new URL(page)
  return protocol === 'https:' ? origin : hostname
}
