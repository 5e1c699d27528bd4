'use client'

import { useTranslations } from 'next-intl'
import type { ExchangeFailure } from '@/lib/engine/trace/event'

/** Why an exchange has no complete answer, in plain words. */
export function FailureWords({ failure, url }: { failure: ExchangeFailure; url: string }): string {
  const t = useTranslations('playground')
  const { host, hostname } = URL.canParse(url) ? new URL(url) : { host: url, hostname: url }
  // The world knows the attacker's name, and nobody listens there.
  const isAttackers = failure === 'connection-refused' && /(^|\.)evil\.example$/.test(hostname)
  return isAttackers ? t('failure.attacker', { host }) : t(`failure.${failure}`, { host })
}
