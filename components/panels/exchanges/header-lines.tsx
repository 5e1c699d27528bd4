'use client'

import { useTranslations } from 'next-intl'
import { SessionText } from '@/components/shared/session-text'
import type { HeaderLine, HeaderList } from '@/lib/engine/http/message'
import { headerRuns, isCookieHeader } from '@/lib/playground/header-lines'

/** Header lines in their order and case. Routine ones are folded where they stand. */
export function HeaderLines({ headers }: { headers: HeaderList }) {
  const t = useTranslations('playground')
  let offset = 0
  return headerRuns(headers).map((run) => {
    const key = offset
    offset += run.lines.length
    const lines = run.lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a message never move
      <Line key={key + index} line={line} />
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

function Line({ line: [name, value] }: { line: HeaderLine }) {
  return (
    <p className={`message-line ${isCookieHeader(name) ? 'cookie-line' : ''}`}>
      <span className="text-muted">{name}: </span>
      <SessionText text={value} />
    </p>
  )
}
