import type { Event, ExchangeId } from '@/lib/engine/trace/event'
import { emptyLog } from '@/lib/engine/trace/log'
import { type ExchangeAccount, sessionAccounts } from '@/lib/engine/trace/session-accounts'
import { sessionDecisionsAt } from '@/lib/engine/trace/session-decisions-at'
import type { SessionRow } from '@/lib/engine/trace/session-table'
import { sessionsAt } from '@/lib/engine/trace/sessions-at'

/** What students are told about the session of an exchange; there must be one middleware. */
export function toldOf(events: readonly Event[], exchange: ExchangeId): ExchangeAccount {
  const log = emptyLog().append(events)
  const [account, other] = sessionAccounts(sessionDecisionsAt(log, log.length).get(exchange))
  if (account === undefined || other !== undefined) throw new Error(`exchange ${exchange} met no one middleware`)
  for (const explained of [account.load, account.save, account.cookie]) {
    if (explained?.agrees === false) throw new Error(`exchange ${exchange} went otherwise than the rules say`)
  }
  return account
}

/** What an exchange's store was asked: `get touch`. */
export function askedOf(events: readonly Event[], exchange: ExchangeId): string {
  return toldOf(events, exchange)
    .calls.map(({ method }) => method)
    .join(' ')
}

/** The rows of all session tables at the end. */
export function rowsOf(events: readonly Event[]): SessionRow[] {
  const log = emptyLog().append(events)
  return sessionsAt(log, log.length)
    .tables.values()
    .flatMap(({ rows }) => rows.values())
}
