'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import type { VisitorId } from '@/lib/engine/story/action'
import { typedAddress } from './page/destination'

interface AddressFieldProps {
  readonly visitor: VisitorId
  /** Address of the page; `null` when there is none. */
  readonly url: string | null
  readonly ready: boolean
}

/** The address bar. Enter goes there. */
export function AddressField({ visitor, url, ready }: AddressFieldProps) {
  const t = useTranslations('playground')
  const { visit } = usePlaygroundActions()
  const [wrong, setWrong] = useState(false)

  function go(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('address')
    const address = typeof typed === 'string' ? typedAddress(typed, url) : null
    setWrong(address === null)
    if (address !== null) visit(visitor, { url: address })
  }

  return (
    <form onSubmit={go} className="min-w-0 flex-1">
      <input
        name="address"
        className="field h-[1.625rem] w-full font-mono text-xs"
        aria-label={t('visitors.address', { visitor })}
        aria-invalid={wrong}
        title={wrong ? t('visitors.addressWrong') : undefined}
        defaultValue={url ?? ''}
        placeholder="/"
        disabled={!ready}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        inputMode="url"
        enterKeyHint="go"
      />
    </form>
  )
}
