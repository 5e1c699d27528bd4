'use client'

import { useTranslations } from 'next-intl'
import { usePart } from '@/components/shared/context'
import { CookieLine } from '@/components/shared/cookie-line'
import { SignatureVerdict } from '@/components/shared/cookie-value'
import { SessionText } from '@/components/shared/session-text'
import type { HeaderLine, HeaderList } from '@/lib/engine/http/message'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { sessionDecisionsProjection } from '@/lib/engine/trace/session-decisions-at'
import { checkIn } from '@/lib/engine/trace/signatures-at'
import { headerRuns, isCookieHeader } from '@/lib/playground/header-lines'

/** Header lines in their order and case. Routine ones are folded where they stand. */
export function HeaderLines({ headers, exchange }: { headers: HeaderList; exchange: ExchangeId }) {
  const t = useTranslations('playground')
  let offset = 0
  return headerRuns(headers).map((run) => {
    const key = offset
    offset += run.lines.length
    const lines = run.lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a message never move
      <Line key={key + index} line={line} exchange={exchange} />
    ))
    if (!run.routine) return <div key={key}>{lines}</div>
    return (
      <details key={key}>
        <summary className="text-xs text-faint">{t('exchange.routine', { count: run.lines.length })}</summary>
        {lines}
      </details>
    )
  })
}

function Line({ line: [name, value], exchange }: { line: HeaderLine; exchange: ExchangeId }) {
  return (
    <p className={`message-line ${isCookieHeader(name) ? 'cookie-line' : ''}`}>
      <span className="text-muted">{name}: </span>
      {isCookieHeader(name) ? (
        <CookieLine
          header={name}
          line={value}
          verdictOf={(cookie) => <Verdict header={name} cookie={cookie} exchange={exchange} />}
        />
      ) : (
        <SessionText text={value} />
      )}
    </p>
  )
}

/** What became of the signature in this very exchange: a new one was just made, one that came was checked or not. */
function Verdict({ header, cookie, exchange }: { header: string; cookie: string; exchange: ExchangeId }) {
  const record = usePart(sessionDecisionsProjection, (decisions) => decisions.get(exchange))
  if (header.toLowerCase() === 'set-cookie') return <SignatureVerdict verdict="fresh" />
  const check = checkIn(record, cookie)
  return <SignatureVerdict verdict={check === null ? 'unchecked' : check.right ? 'right' : 'wrong'} />
}
