'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { usePart } from '@/components/shared/context'
import { SessionMark } from '@/components/shared/session-mark'
import { SessionText } from '@/components/shared/session-text'
import { sessionOfCookie } from '@/lib/engine/trace/parts'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { signatureCheck, signaturesProjection } from '@/lib/engine/trace/signatures-at'
import { type SignedValue, signedValue } from '@/lib/engine/trace/signed-value'

interface CookieValueProps {
  readonly name: string
  readonly value: string
  /** What is said of a signature; by default, what the last check of this very value found. */
  readonly verdict?: ReactNode
}

/** A cookie's value: its session id marked; a signed one, `s:<id>.<signature>`, taken apart. */
export function CookieValue({ name, value, verdict }: CookieValueProps) {
  const signed = signedValue(value)
  if (signed === null) return <SessionText text={value} />
  return <SignedCookieValue signed={signed} verdict={verdict ?? <LastCheck name={name} value={value} />} />
}

function SignedCookieValue({ signed, verdict }: { signed: SignedValue; verdict: ReactNode }) {
  const t = useTranslations('playground.signed')
  const session = usePart(sessionIdsProjection, (ids) => sessionOfCookie(ids, signed.id))
  return (
    <>
      <span className="signed-part" title={t('prefix')}>
        {signed.prefix}
      </span>
      {session ? <SessionMark session={session} text={signed.id} /> : <span title={t('id')}>{signed.id}</span>}.
      <span className="signed-part" title={t('signature')}>
        {signed.signature}
      </span>
      {verdict}
    </>
  )
}

function LastCheck({ name, value }: { name: string; value: string }) {
  const check = usePart(signaturesProjection, (checks) => signatureCheck(checks, name, value))
  return <SignatureVerdict verdict={check === undefined ? 'unchecked' : check.right ? 'right' : 'wrong'} />
}

/** What is known about a signature. It is no part of the value, and is not copied with it. */
export function SignatureVerdict({ verdict }: { verdict: 'right' | 'wrong' | 'unchecked' | 'fresh' }) {
  const t = useTranslations('playground.signed')
  return (
    <span className={`tag signed-verdict ${TAG[verdict]}`} title={t(`hint.${verdict}`)}>
      {t(verdict)}
    </span>
  )
}

const TAG = { right: 'tag-good', wrong: 'tag-bad', unchecked: '', fresh: '' } as const
