import type { LoadOutcome } from '@/lib/engine/sessions/decision'
import type { Event, ExchangeId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { Trie } from '@/lib/engine/trace/persistent/trie'
import { Projection } from '@/lib/engine/trace/projection'
import type { SessionRecord } from '@/lib/engine/trace/session-decisions-at'
import { percentDecoded } from '@/lib/engine/trace/signed-value'

/** What a session middleware found when it checked a cookie's signature. */
export interface SignatureCheck {
  readonly right: boolean
  /** Which of the secrets gives it, from 1; `null`: none, or unknown. */
  readonly secret: number | null
  readonly exchange: ExchangeId | null
}

/** By the cookie's name and its value, the last check of each. */
export type Signatures = Trie<string, SignatureCheck>

function reduce(signatures: Signatures, event: Event): Signatures {
  if (event.type !== 'session' || event.decision.step !== 'load') return signatures
  const { cookie, options, outcome } = event.decision
  const check = cookie === null ? null : checkOf(outcome, event.exchange)
  return check === null || cookie === null ? signatures : signatures.with(keyOf(options.name, cookie), check)
}

/** The check that went before an outcome; `null`: there was none. */
function checkOf(outcome: LoadOutcome, exchange: ExchangeId | null): SignatureCheck | null {
  switch (outcome.kind) {
    case 'bad-signature':
      return { right: false, secret: null, exchange }
    case 'loaded':
    case 'not-found':
    case 'store-failed':
      return { right: true, secret: outcome.secret, exchange }
    default:
      return null
  }
}

function keyOf(name: string, value: string): string {
  return `${name}=${percentDecoded(value)}`
}

export const signaturesProjection = new Projection<Signatures>(Trie.empty(), reduce)

/** What session middlewares found out about signatures so far. */
export function signaturesAt(log: Log, cursor: number): Signatures {
  return signaturesProjection.at(log, cursor)
}

/** The last check of a cookie's value, percent-encoded or not; `undefined`: it was not checked yet. */
export function signatureCheck(signatures: Signatures, name: string, value: string): SignatureCheck | undefined {
  return signatures.get(keyOf(name, value))
}

/** The check of a cookie's signature in one exchange; `null`: there was none. */
export function checkIn(record: SessionRecord | undefined, name: string): SignatureCheck | null {
  for (const { decision } of record?.decisions ?? []) {
    if (decision.step !== 'load' || decision.options.name !== name) continue
    const check = checkOf(decision.outcome, record?.exchange ?? null)
    if (check) return check
  }
  return null
}
