'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import { buttonStyle } from '@/components/ui/button-style'
import type { VisitorId } from '@/lib/engine/story/action'
import { arrivalRequest, isWay, WAYS, type Way } from './page/arrival'

/** The attacker's site: nothing of it is served, and that is not needed for what its pages do. */
const ATTACKER = 'https://evil.example'

interface ArriveFormProps {
  readonly visitor: VisitorId
  /** Address of the page in the window; `null` when there is none. */
  readonly page: string | null
  readonly onDone: () => void
}

/** Lets a page of another site make this browser ask for an address. */
export function ArriveForm({ visitor, page, onDone }: ArriveFormProps) {
  const t = useTranslations('playground.arrive')
  const { visit } = usePlaygroundActions()
  const [way, setWay] = useState<Way>('link')
  const [wrong, setWrong] = useState<'from' | 'to' | null>(null)
  const errorId = useId()

  function go(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string) => String(typed.get(name) ?? '')
    const request = arrivalRequest({ from: text('from'), way, to: text('to'), fields: text('fields') }, page)
    if (typeof request === 'string') {
      setWrong(request)
      return
    }
    visit(visitor, request)
    onDone()
  }

  const field = (name: 'from' | 'to' | 'fields', initial: string, placeholder: string) => (
    <label className="flex flex-col gap-1">
      <span className="font-medium">{t(name)}</span>
      <input
        name={name}
        className="field min-h-8 font-mono text-xs"
        defaultValue={initial}
        placeholder={placeholder}
        aria-invalid={wrong === name}
        aria-describedby={wrong === name ? errorId : undefined}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
    </label>
  )

  return (
    <form onSubmit={go} className="flex flex-col gap-3 text-[13px]">
      <p className="text-muted">{t('about', { visitor })}</p>
      {field('from', ATTACKER, ATTACKER)}
      <fieldset>
        <legend className="font-medium">{t('by')}</legend>
        <div className="mt-1 grid gap-1">
          {WAYS.map((each) => (
            <label key={each} className="flex items-baseline gap-2">
              <input
                type="radio"
                name="way"
                value={each}
                checked={each === way}
                data-first-focus={each === 'link' ? true : undefined}
                onChange={(event) => isWay(event.target.value) && setWay(event.target.value)}
                className="accent-accent"
              />
              <span>
                {t(`way.${each}`)} <span className="text-xs text-muted">{t(`wayHint.${each}`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {field('to', page ?? '', 'http://localhost:9090/')}
      {way === 'form-post' && field('fields', '', 'username=mallory')}
      {wrong !== null && (
        <p id={errorId} role="alert" className="text-bad">
          {t(`wrong.${wrong}`)}
        </p>
      )}
      <div>
        <button type="submit" className={buttonStyle('primary')}>
          {t('go')}
        </button>
      </div>
    </form>
  )
}
