import type {
  CookieOutcome,
  LoadOutcome,
  SaveOutcome,
  SessionDecision,
  SessionDecisionOf,
  SessionOptions,
  StoreCaller,
  StoreMethod,
} from '@/lib/engine/sessions/decision'
import { ruleCookie } from '@/lib/engine/sessions/model/cookie'
import { ruleLoad, type StoreReply } from '@/lib/engine/sessions/model/load'
import { applied, type Ruling } from '@/lib/engine/sessions/model/ruling'
import { ruleSave } from '@/lib/engine/sessions/model/save'

/** A call of a store, as far as an explanation goes by it. */
export interface ExplainedCall {
  readonly name: string
  readonly method: StoreMethod
  readonly by: StoreCaller
  readonly answer: { readonly outcome: 'found' | 'missing' | 'done' | 'failed' } | null
}

/** What happened, what must happen by the rules, and whether that is the same: if not, it is a bug of ours. */
export interface Explained<Outcome> extends Ruling<Outcome> {
  /** What express-session did. */
  readonly done: Outcome
  readonly agrees: boolean
}

/** What one session middleware decided about one exchange, and why. */
export interface SessionAccount<Call extends ExplainedCall = ExplainedCall> {
  readonly options: SessionOptions
  readonly load: Explained<LoadOutcome['kind']> & { readonly decision: SessionDecisionOf<'load'> }
  /** The sessions that were made, by the middleware itself or by `regenerate`. */
  readonly made: readonly SessionDecisionOf<'generate'>[]
  /** Whether its content changed; `null`: nobody looked. */
  readonly modified: boolean | null
  /** `null` until the answer ends. */
  readonly save: (Explained<SaveOutcome> & { readonly decision: SessionDecisionOf<'save'> }) | null
  /** `null` until the headers go. */
  readonly cookie: (Explained<CookieOutcome> & { readonly decision: SessionDecisionOf<'cookie'> }) | null
  readonly calls: readonly Call[]
}

interface Part<Call> {
  readonly load: SessionDecisionOf<'load'>
  readonly later: SessionDecision[]
  readonly calls: Call[]
}

/**
 * Explains what the session middlewares of a program did for one exchange, one account for each, in the order in which
 * they were asked. Decisions and calls in the order in which they were made.
 */
export function explainSessions<Call extends ExplainedCall>(
  decisions: readonly SessionDecision[],
  calls: readonly Call[],
): SessionAccount<Call>[] {
  const parts: Part<Call>[] = []
  for (const decision of decisions) {
    if (decision.step === 'load') parts.push({ load: decision, later: [], calls: [] })
    else partOf(parts, decision.name)?.later.push(decision)
  }
  for (const call of calls) partOf(parts, call.name)?.calls.push(call)
  return parts.map(account)
}

/** The last middleware of this cookie that did not let the request pass untouched. */
function partOf<Call>(parts: readonly Part<Call>[], name: string): Part<Call> | undefined {
  return parts.filter(({ load }) => load.options.name === name && !isUntouched(load.outcome)).at(-1)
}

function isUntouched({ kind }: LoadOutcome): boolean {
  return ['other-path', 'store-disconnected', 'session-there', 'no-secret'].includes(kind)
}

function account<Call extends ExplainedCall>({ load, later, calls }: Part<Call>): SessionAccount<Call> {
  const { options } = load
  const made = later.filter((decision) => decision.step === 'generate')
  const save = later.find((decision) => decision.step === 'save') ?? null
  const cookie = later.find((decision) => decision.step === 'cookie') ?? null
  const saveFirst = save !== null && cookie !== null && later.indexOf(save) < later.indexOf(cookie)
  const changedBefore = cookie?.facts?.modified ?? (saveFirst ? (save.facts?.modified ?? null) : null)
  const asked = calls.find(({ method, by }) => method === 'get' && by === 'middleware')
  return {
    options,
    load: { ...compared(load.outcome.kind, ruleLoad(load, replyTo(asked))), decision: load },
    made,
    modified: save?.facts?.modified ?? cookie?.facts?.modified ?? null,
    save: save && { ...compared(save.outcome, ruleSave(options, save)), decision: save },
    cookie: cookie && {
      ...compared(cookie.outcome, lateChange(ruleCookie(options, cookie, changedBefore), cookie, save, saveFirst)),
      decision: cookie,
    },
    calls,
  }
}

function compared<Outcome>(done: Outcome, ruling: Ruling<Outcome>): Explained<Outcome> {
  return { ...ruling, done, agrees: done === ruling.outcome }
}

function replyTo(call: ExplainedCall | undefined): StoreReply {
  const outcome = call?.answer?.outcome ?? null
  return outcome === 'done' ? null : outcome
}

/** A new session that was changed once its head was gone is saved, but nobody learns its id. */
function lateChange(
  ruling: Ruling<CookieOutcome>,
  { facts }: SessionDecisionOf<'cookie'>,
  save: SessionDecisionOf<'save'> | null,
  saveFirst: boolean,
): Ruling<CookieOutcome> {
  const isLate = ruling.outcome === 'not-set' && facts?.isNew && !saveFirst && save?.outcome === 'set'
  return isLate ? { ...ruling, because: applied('cookie-head-gone') } : ruling
}
