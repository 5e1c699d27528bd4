'use client'

import { useTranslations } from 'next-intl'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { useServerName } from '@/components/shared/server-mark'
import type { FileTouch } from '@/lib/engine/trace/files-at'

/** Who wrote or removed a file: a person, or a server for an exchange or by itself. */
export function FileAuthor({ touch: { process, exchange } }: { touch: FileTouch }) {
  const t = useTranslations('machine.files')
  const server = useServerName(process)
  return (
    <span className="shrink-0 text-xs text-muted">
      {process === null && t('byHand')}
      {server !== null && `${server} `}
      {exchange !== null && <ExchangeLink exchange={exchange} />}
      {process !== null && exchange === null && t('byItself')}
    </span>
  )
}
