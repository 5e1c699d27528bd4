'use client'

import { useTranslations } from 'next-intl'
import type { StoreCallRecord } from '@/lib/engine/trace/session-decisions-at'

/** What the store was asked for an exchange, in order, and what it answered. */
export function StoreCalls({ calls }: { calls: readonly StoreCallRecord[] }) {
  const t = useTranslations('playground.middleware')
  return (
    <li className="decision">
      <span className="decision-label">{t('label.store')}</span>{' '}
      {calls.length === 0 ? (
        <span className="text-faint">{t('notAsked')}</span>
      ) : (
        <ol className="inline-flex flex-wrap gap-1 align-middle">
          {calls.map((call) => (
            <StoreCall key={call.call} call={call} />
          ))}
        </ol>
      )}
    </li>
  )
}

function StoreCall({ call }: { call: StoreCallRecord }) {
  const t = useTranslations('playground.middleware')
  const { method, by, answer, unheard } = call
  return (
    <li className="tag whitespace-normal">
      <code>{method}</code>
      {by !== 'middleware' && <span className="text-faint"> {t('by', { method: by })}</span>}
      {answer === null && <span className="text-faint"> {t(unheard ? 'unheard' : 'waiting')}</span>}
      {answer !== null && answer.outcome !== 'done' && (
        <span className={answer.outcome === 'failed' ? 'text-bad' : 'text-muted'}>
          {' → '}
          {t(`answer.${answer.outcome}`)}
          {answer.error !== undefined && ` (${answer.error})`}
        </span>
      )}
    </li>
  )
}
