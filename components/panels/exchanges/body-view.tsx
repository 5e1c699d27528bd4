'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { SessionText } from '@/components/shared/session-text'
import type { HeaderList } from '@/lib/engine/http/message'
import type { Payload } from '@/lib/engine/trace/payload'
import { bodyText } from '@/lib/playground/body-text'
import { hexRows } from '@/lib/playground/hex'

/** Longer bodies are cut, in characters: they are to be looked at, not read. */
const SHOWN = 20_000

/** A message's body as text or as bytes. */
export function BodyView({ body, headers }: { body: Payload; headers: HeaderList }) {
  const t = useTranslations('playground')
  const [hex, setHex] = useState(false)
  if (!body.kept) return <p className="mt-1 text-xs text-muted">{t('body.dropped', { size: body.size })}</p>
  if (body.bytes.length === 0) return <p className="mt-1 text-xs text-muted">{t('body.empty')}</p>
  return (
    <div className="mt-1">
      <p className="flex items-center gap-2 text-xs text-muted">
        {t('body.size', { size: body.bytes.length })}
        <button type="button" className="text-link" aria-pressed={hex} onClick={() => setHex(!hex)}>
          {hex ? t('body.asText') : t('body.asBytes')}
        </button>
      </p>
      {hex ? <Bytes bytes={body.bytes} /> : <Text bytes={body.bytes} headers={headers} />}
    </div>
  )
}

function Text({ bytes, headers }: { bytes: Uint8Array; headers: HeaderList }) {
  const t = useTranslations('playground')
  const text = useMemo(() => bodyText(headers, bytes), [headers, bytes])
  return (
    <pre className="message-body whitespace-pre-wrap">
      <SessionText text={text.slice(0, SHOWN)} />
      {text.length > SHOWN && `\n${t('body.cut', { count: text.length - SHOWN })}`}
    </pre>
  )
}

function Bytes({ bytes }: { bytes: Uint8Array }) {
  return (
    <pre className="message-body">
      {hexRows(bytes)
        .map(({ offset, hex, text }) => `${offset}  ${hex.padEnd(48)}  ${text}`)
        .join('\n')}
    </pre>
  )
}
