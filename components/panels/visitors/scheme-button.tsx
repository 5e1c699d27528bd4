'use client'

import { Lock, LockOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlaygroundActions } from '@/components/shared/context'
import type { VisitorId } from '@/lib/engine/story/action'
import { isEncrypted, otherSchemeAddress } from './page/scheme'

interface SchemeButtonProps {
  readonly visitor: VisitorId
  /** Address of the page; `null` when there is none. */
  readonly url: string | null
  readonly ready: boolean
}

/** Says whether the page came over https, and asks for it the other way. */
export function SchemeButton({ visitor, url, ready }: SchemeButtonProps) {
  const t = useTranslations('playground')
  const { visit } = usePlaygroundActions()
  const encrypted = isEncrypted(url)
  const address = otherSchemeAddress(url)
  return (
    <button
      type="button"
      className={`tool ${encrypted ? 'text-good' : ''}`}
      disabled={!ready}
      aria-label={t(encrypted ? 'visitors.toHttp' : 'visitors.toHttps', { visitor })}
      title={t(encrypted ? 'visitors.toHttpHint' : 'visitors.toHttpsHint', { address })}
      onClick={() => visit(visitor, { url: address })}
    >
      {encrypted ? <Lock aria-hidden="true" size={14} /> : <LockOpen aria-hidden="true" size={14} />}
    </button>
  )
}
