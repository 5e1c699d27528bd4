'use client'

import { useTranslations } from 'next-intl'
import { usePart } from '@/components/shared/context'
import { SessionText } from '@/components/shared/session-text'
import type { SaveOutcome } from '@/lib/engine/sessions/decision'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { type ExchangeAccount, sessionAccounts } from '@/lib/engine/trace/session-accounts'
import { sessionDecisionsProjection } from '@/lib/engine/trace/session-decisions-at'
import { DecisionLine } from './decision-line'
import { StoreCalls } from './store-calls'

/** What the session middleware made of an exchange, decision by decision, with the option that each goes back to. */
export function SessionAccounts({ exchange }: { exchange: ExchangeId }) {
  const t = useTranslations('playground.middleware')
  const accounts = sessionAccounts(usePart(sessionDecisionsProjection, (decisions) => decisions.get(exchange)))
  return accounts.map((account, index) => {
    const title = accounts.length === 1 ? t('title') : t('titleOf', { name: account.options.name })
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the middlewares of an exchange never change places
      <section key={index} aria-label={title} className="mb-3">
        <h4 className="text-xs font-semibold text-muted">{title}</h4>
        <Account account={account} />
      </section>
    )
  })
}

function Account({ account: { load, made, modified, save, cookie, calls } }: { account: ExchangeAccount }) {
  const t = useTranslations('playground.middleware')
  const { outcome } = load.decision
  return (
    <ul className="decisions">
      <DecisionLine
        label={t('label.load')}
        explained={load}
        words={t(`load.${load.done}`)}
        expected={t(`load.${load.outcome}`)}
        tone={LOAD_TONE[load.done]}
      >
        {'id' in outcome && <SessionText text={outcome.id} />}
        {outcome.kind === 'store-failed' && outcome.error}
      </DecisionLine>
      {made.map(({ id, cause }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sessions that were made stay made
        <li key={index} className="decision">
          <span className="decision-label">{t('label.made')}</span> <span className="tag">{t(`made.${cause}`)}</span>{' '}
          {id !== null && (
            <code>
              <SessionText text={id} />
            </code>
          )}
        </li>
      ))}
      {modified !== null && (
        <li className="decision">
          <span className="decision-label">{t('label.content')}</span>{' '}
          <span className={modified ? 'tag tag-changed' : 'tag'}>{t(modified ? 'modified' : 'unmodified')}</span>
        </li>
      )}
      {save && (
        <DecisionLine
          label={t('label.save')}
          explained={save}
          words={t(`save.${save.done}`)}
          expected={t(`save.${save.outcome}`)}
          tone={saveTone(calls, save.done)}
        />
      )}
      {cookie && (
        <DecisionLine
          label={t('label.cookie')}
          explained={cookie}
          words={t(`cookie.${cookie.done}`)}
          expected={t(`cookie.${cookie.outcome}`)}
          tone={cookie.done === 'set' ? 'good' : cookie.done === 'insecure' || cookie.done === 'failed' ? 'bad' : null}
        />
      )}
      <StoreCalls calls={calls} />
    </ul>
  )
}

const LOAD_TONE = {
  'no-cookie': null,
  unsigned: 'warn',
  'bad-signature': 'bad',
  'not-found': 'warn',
  loaded: 'good',
  'store-failed': 'bad',
  'other-path': null,
  'store-disconnected': 'bad',
  'session-there': null,
  'no-secret': 'bad',
} as const

/** Told and done are two things: only the store's answer makes it good. */
function saveTone(calls: ExchangeAccount['calls'], done: SaveOutcome): 'good' | 'bad' | null {
  if (done !== 'set' && done !== 'touch') return null
  const answer = calls.filter(({ method, by }) => method === done && by === 'middleware').at(-1)?.answer
  if (!answer) return null
  return answer.outcome === 'failed' ? 'bad' : 'good'
}
