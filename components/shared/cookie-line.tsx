'use client'

import type { ReactNode } from 'react'
import { CookieValue } from '@/components/shared/cookie-value'
import { SessionText } from '@/components/shared/session-text'
import { cookieLinePieces } from '@/lib/engine/trace/signed-value'

interface CookieLineProps {
  /** `Cookie` or `Set-Cookie`. */
  readonly header: string
  readonly line: string
  /** What is said of the signature of the cookie of this name. */
  readonly verdictOf: (name: string) => ReactNode
}

/** The value of a Cookie or Set-Cookie header, byte for byte, with session ids marked and signed values taken apart. */
export function CookieLine({ header, line, verdictOf }: CookieLineProps) {
  let offset = 0
  return cookieLinePieces(header, line).map((piece) => {
    const key = offset
    offset += piece.text.length
    return piece.type === 'text' ? (
      <SessionText key={key} text={piece.text} />
    ) : (
      <CookieValue key={key} name={piece.name} value={piece.text} verdict={verdictOf(piece.name)} />
    )
  })
}
