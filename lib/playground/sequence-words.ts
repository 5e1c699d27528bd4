import type { Preview } from '@/lib/engine/sessions/preview'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { ExchangeFailure } from '@/lib/engine/trace/event'
import type { LifelineId } from '@/lib/engine/trace/sequence/lifeline'
import { untoldDecision } from '@/lib/engine/trace/sequence/session-word'
import type { CookieMark, Says, Step, StoreAnswer } from '@/lib/engine/trace/sequence/step'
import { briefData } from '@/lib/playground/brief-data'
import { rowContent } from '@/lib/playground/row-content'

/** What people call those that take part, and what else needs a language. */
export interface Names {
  readonly line: (id: LifelineId) => string
  readonly failure: (failure: ExchangeFailure) => string
  readonly duration: (milliseconds: number) => string
  /** Any text, session ids in it by their short names. */
  readonly text: (text: string) => string
}

/** A sentence of the catalogue `sequence.words`, with what is filled in. */
export interface Sentence<Key extends string = string> {
  readonly key: Key
  readonly values: Readonly<Record<string, string | number>>
  /** What stands for `<cookies>`. */
  readonly cookies: readonly CookieMark[]
  /** The session id that stands for `<session>`. */
  readonly session: string
}

function say<const Key extends string>(
  key: Key,
  values: Readonly<Record<string, string | number>> = {},
  about: { readonly cookies?: readonly CookieMark[]; readonly session?: string } = {},
): Sentence<Key> {
  return { key, values, cookies: about.cookies ?? [], session: about.session ?? '' }
}

/** A step of a sequence picture in words: the picture’s text alternative. */
export function sentencesOf({ says, from, to, exchange }: Step, names: Names) {
  const by = from ? names.line(from.line) : ''
  const at = to ? names.line(to.line) : ''
  const own = by === '' ? at : by
  const number = exchange ?? 0
  switch (says.type) {
    case 'request':
      return requested(says, { visitor: by, server: at, exchange: number }, names)
    case 'head':
      return answered(says, { visitor: at, server: by, exchange: number })
    case 'end':
      return [say('end', { server: by, exchange: number })]
    case 'failure':
      return [say('failure', { visitor: at === '' ? by : at, exchange: number, failure: names.failure(says.failure) })]
    case 'store-call': {
      const { session } = says
      const called = say(`call.${says.method}`, { server: by }, { session })
      const kept = says.row && says.method === 'set' ? [say('kept', { row: previewText(contentOf(says.row)) })] : []
      return [called, ...kept, ...(says.answer ? [say(`answer.${says.answer.outcome}`, error(says.answer))] : [])]
    }
    case 'store-answer': {
      const { answer, method, session } = says
      return [say(`late-answer.${answer.outcome}`, { server: at, method, ...error(answer) }, { session })]
    }
    case 'row': {
      const values = { server: by, store: at, row: previewText(rowContent(says.row).content) }
      return [say(`row.${says.change}`, values, { session: says.key })]
    }
    case 'file':
      return says.byHand
        ? [say(`file-byHand.${says.change}`, { path: names.text(says.path) })]
        : [say(`file.${says.change}`, { server: by, path: names.text(says.path) })]
    case 'redis': {
      const values = {
        server: by,
        command: names.text(says.command.map(briefData).join(' ')),
        reply: names.text(briefData(says.reply)),
      }
      return [says.byHand ? say('redis-byHand', values) : say('redis', values)]
    }
    case 'redis-state':
      return [says.up ? say('redis-state.up') : say('redis-state.down')]
    case 'redis-expired':
      return [say('redis-expired', { key: names.text(says.key) })]
    case 'session':
      return decided(says, by)
    case 'process-started':
      return [say('process-started', { server: by })]
    case 'process-exited':
      return [say(`process-exited.${says.cause}`, { server: by })]
    case 'fault':
      return [
        by === ''
          ? say('fault-nowhere', { message: says.message })
          : say('fault', { server: by, message: says.message }),
      ]
    case 'visitor-opened':
      if (to) return [say('visitor-cloned', { visitor: at, of: by })]
      return [says.incognito ? say('visitor-incognito', { visitor: by }) : say('visitor-opened', { visitor: by })]
    case 'visitor-closed':
      return [say('visitor-closed', { visitor: by })]
    case 'jar':
      return [say(`jar.${jarWord(says)}`, { visitor: by }, { cookies: [says.cookie] })]
    case 'cookie-copied':
      return [say('cookie-copied', { visitor: at, of: by }, { cookies: [says.cookie] })]
    case 'cookies-read': {
      const hidden = says.hidden > 0 ? [say('cookies-hidden', { hidden: says.hidden })] : []
      return [say('cookies-read', { visitor: own }), ...hidden]
    }
    case 'balancing':
      return [say(`balancing.${says.by}`)]
    case 'gap':
      return [say(`gap.${says.byHand ? 'byHand' : 'byItself'}`, { duration: names.duration(says.duration) })]
    default:
      return says satisfies never
  }
}

/** What a session holds, without the cookie that express-session keeps in it. */
export function contentOf(row: Preview): Preview {
  return row.type === 'object' ? { ...row, entries: row.entries.filter(([key]) => key !== 'cookie') } : row
}

/** What happened to a jar without a message, in one word. */
export function jarWord({ cause, cookie }: Extract<Says, { type: 'jar' }>) {
  if (cookie.fate === 'refused') return 'refused'
  if (cause !== 'other') return cause
  return cookie.fate === 'removed' ? 'removed' : 'stored'
}

/** Which of the cookies had a fate. */
export function ofFate(cookies: readonly CookieMark[], fate: CookieMark['fate']): readonly CookieMark[] {
  return cookies.filter((cookie) => cookie.fate === fate)
}

interface Parties {
  readonly [name: string]: string | number
  readonly visitor: string
  readonly server: string
  readonly exchange: number
}

function requested(says: Extract<Says, { type: 'request' }>, parties: Parties, names: Names) {
  const { method, target, cookies } = says
  const sent = ofFate(cookies, 'sent')
  const withheld = ofFate(cookies, 'withheld')
  const values = { ...parties, method, target }
  return [
    says.failure !== null
      ? say('request-lost', { ...values, failure: names.failure(says.failure) })
      : says.redirectOf === null
        ? say('request', values)
        : say('request-redirect', values),
    sent.length === 0 ? say('no-cookie') : say('cookies', {}, { cookies: sent }),
    ...(withheld.length === 0 ? [] : [say('withheld', {}, { cookies: withheld })]),
  ]
}

function answered(says: Extract<Says, { type: 'head' }>, parties: Parties) {
  const { status, reason, location, cookies } = says
  const about = (key: 'set-cookie' | 'refused' | 'removed', fate: CookieMark['fate']) => {
    const those = ofFate(cookies, fate)
    return those.length === 0 ? [] : [say(key, {}, { cookies: those })]
  }
  return [
    say('head', { ...parties, status, reason }),
    ...(location === null ? [] : [say('redirect', { location })]),
    ...about('set-cookie', 'stored'),
    ...about('refused', 'refused'),
    ...about('removed', 'removed'),
  ]
}

/** express-session's decision; only those that are steps have words. */
function decided({ decision }: Extract<Says, { type: 'session' }>, server: string) {
  const word = untoldDecision(decision)
  const session = decision.step === 'generate' ? (decision.id ?? '') : ''
  return word === null ? [] : [say(`session.${word}`, { server }, { session })]
}

function error({ error }: StoreAnswer) {
  return { error: error ?? '' }
}
