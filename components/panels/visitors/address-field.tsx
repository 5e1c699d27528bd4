'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { usePart, usePlaygroundActions } from '@/components/shared/context'
import type { VisitorId } from '@/lib/engine/story/action'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { visitorsProjection } from '@/lib/engine/trace/visitors-at'
import { typedAddress } from './page/destination'

interface AddressFieldProps {
  readonly visitor: VisitorId
  /** Address of the page; `null` when there is none. */
  readonly url: string | null
  readonly ready: boolean
}

/** The address bar. Enter goes there. Whatever page comes, its address takes the place of what was typed. */
export function AddressField({ visitor, url, ready }: AddressFieldProps) {
  const t = useTranslations('playground')
  const { visit } = usePlaygroundActions()
  const page = usePart(visitorsProjection, (visitors) => visitors.get(visitor)?.page?.exchange ?? null)
  const form = useRef<HTMLFormElement>(null)
  /** On which page something was typed that leads nowhere. */
  const [wrongOn, setWrongOn] = useState<ExchangeId | 'blank' | null>(null)
  const wrong = wrongOn === (page ?? 'blank')

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason
  useEffect(() => form.current?.reset(), [page, url])

  function go(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('address')
    const address = typeof typed === 'string' ? typedAddress(typed, url) : null
    setWrongOn(address === null ? (page ?? 'blank') : null)
    if (address !== null) visit(visitor, { url: address })
  }

  return (
    <form ref={form} onSubmit={go} className="min-w-0 flex-1">
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
