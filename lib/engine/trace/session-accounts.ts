import { explainSessions, type SessionAccount } from '@/lib/engine/sessions/explain'
import type { SessionRecord, StoreCallRecord } from '@/lib/engine/trace/session-decisions-at'

export type ExchangeAccount = SessionAccount<StoreCallRecord>

const known = new WeakMap<SessionRecord, readonly ExchangeAccount[]>()

/** What each session middleware decided about an exchange, and why; the same object for the same record. */
export function sessionAccounts(record: SessionRecord | undefined): readonly ExchangeAccount[] {
  if (record === undefined) return []
  const before = known.get(record)
  if (before) return before
  const decisions = record.decisions.map(({ decision }) => decision)
  const accounts = explainSessions(decisions, record.calls)
  known.set(record, accounts)
  return accounts
}
