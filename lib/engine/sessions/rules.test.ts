import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import type {
  ConnectionFacts,
  LoadOutcome,
  SessionDecision,
  SessionDecisionOf,
  SessionFacts,
  SessionOptions,
} from '@/lib/engine/sessions/decision'
import { type ExplainedCall, explainSessions, type SessionAccount } from '@/lib/engine/sessions/explain'
import {
  type AppliedSessionRule,
  type SessionRuleId,
  sessionRules,
  sessionRuleWords,
} from '@/lib/engine/sessions/rules'
import { FACTS, OPTIONS } from '@/lib/engine/trace/test-sessions'

const name = OPTIONS.name
const id = 'a'
const NEW: SessionFacts = { ...FACTS, modified: false }
const BACK: SessionFacts = { ...NEW, isNew: false }

interface Scene {
  readonly options?: Partial<SessionOptions>
  readonly cookie?: string
  readonly outcome?: LoadOutcome
  readonly reply?: 'found' | 'missing' | 'failed'
  readonly rest?: readonly SessionDecision[]
}

function accounts({
  options = {},
  cookie,
  outcome = { kind: 'no-cookie' },
  reply,
  rest = [],
}: Scene): SessionAccount[] {
  const load = { step: 'load', options: { ...OPTIONS, ...options }, cookie: cookie ?? null, outcome } as const
  const call: ExplainedCall = { name, method: 'get', by: 'middleware', answer: reply ? { outcome: reply } : null }
  return explainSessions([load, ...rest], reply ? [call] : [])
}

type Save = SessionDecisionOf<'save'>
type Cookie = SessionDecisionOf<'cookie'>

function save(
  outcome: Save['outcome'],
  facts: SessionFacts,
  saved: 'no' | 'same' | 'changed' = 'no',
  more: Partial<Save> = {},
): Save {
  return { step: 'save', name, id, outcome, facts: { ...facts, saved }, gone: null, ...more }
}

function gone(outcome: Save['outcome'], how: NonNullable<Save['gone']>): Save {
  return { step: 'save', name, id, outcome, facts: null, gone: how }
}

function setting(outcome: Cookie['outcome'], facts: SessionFacts | null, more: Partial<Cookie> = {}): Cookie {
  return { step: 'cookie', name, id, outcome, facts, connection: null, ...more }
}

function over(judge: ConnectionFacts['judge'], forwarded: string | null): Scene {
  const connection = { secure: false, judge, forwarded }
  return { rest: [setting('insecure', { ...NEW, modified: true }, { connection })] }
}

const signed = `s:${id}.signature`
const expiring = { hasExpiry: true }

/** One way to each rule: the type asks for all of them. */
const scenes: Readonly<Record<SessionRuleId, Scene>> = {
  'no-cookie': {},
  unsigned: { cookie: 'a', outcome: { kind: 'unsigned' } },
  'bad-signature': { cookie: signed, outcome: { kind: 'bad-signature' } },
  'not-found': { cookie: signed, reply: 'missing', outcome: { kind: 'not-found', id, secret: 1 } },
  loaded: { cookie: signed, reply: 'found', outcome: { kind: 'loaded', id, secret: 1 } },
  'loaded-by-older-secret': { cookie: signed, reply: 'found', outcome: { kind: 'loaded', id, secret: 2 } },
  'store-failed': { cookie: signed, reply: 'failed', outcome: { kind: 'store-failed', id, secret: 1, error: 'no' } },
  'other-path': { outcome: { kind: 'other-path', path: '/', cookiePath: '/admin' } },
  'store-disconnected': { outcome: { kind: 'store-disconnected' } },
  'session-there': { outcome: { kind: 'session-there' } },
  'no-secret': { outcome: { kind: 'no-secret' } },
  modified: { rest: [save('set', FACTS)] },
  'new-saved': { options: { saveUninitialized: true }, rest: [save('set', NEW)] },
  'new-not-saved': { rest: [save('none', NEW)] },
  resaved: { options: { resave: true }, rest: [save('set', BACK)] },
  regenerated: { rest: [save('set', { ...NEW, replaced: true, modified: null })] },
  'changed-after-save': { rest: [save('set', FACTS, 'changed')] },
  'saved-already': { rest: [save('none', FACTS, 'same')] },
  touched: { rest: [save('touch', BACK)] },
  'no-touch': { options: { storeHasTouch: false }, rest: [save('none', BACK)] },
  'unset-destroys': { options: { unset: 'destroy' }, rest: [gone('destroy', 'unset')] },
  'unset-keeps': { rest: [gone('no-session', 'unset')] },
  'destroyed-by-program': { rest: [gone('no-session', 'destroyed')] },
  'never-made': { rest: [gone('no-session', 'never-made')] },
  'id-no-string': { rest: [save('none', FACTS, 'no', { id: null })] },
  'cookie-new-modified': { rest: [setting('set', FACTS)] },
  'cookie-new': { options: { saveUninitialized: true }, rest: [setting('set', { ...NEW, modified: null })] },
  'cookie-new-empty': { rest: [setting('not-set', NEW)] },
  'cookie-regenerated': { rest: [setting('set', { ...NEW, replaced: true, modified: null })] },
  'cookie-rolling': { options: { rolling: true }, rest: [setting('set', { ...BACK, modified: null })] },
  'cookie-renewed': { rest: [setting('set', { ...BACK, ...expiring, modified: true })] },
  'cookie-known': { rest: [setting('not-set', { ...BACK, modified: null })] },
  'cookie-keeps-expiry': { rest: [setting('not-set', { ...BACK, ...expiring })] },
  'cookie-insecure': over('express', null),
  'cookie-proxy-untrusted': over('express', 'https'),
  'cookie-proxy-unasked': over('nobody', 'https'),
  'cookie-proxy-insecure': over('proxy', 'http'),
  'cookie-no-session': { rest: [setting('no-session', null)] },
  'cookie-unwritable': { rest: [setting('failed', FACTS)] },
  'cookie-head-gone': { rest: [setting('not-set', NEW), save('set', FACTS)] },
}

function rulesOf({ load, save, cookie }: SessionAccount): AppliedSessionRule[] {
  return [load, save, cookie].flatMap((explained) => explained?.because ?? [])
}

describe('Every rule', () => {
  test.each(Object.entries(scenes))('%s can be met, and its words are complete in both languages', (rule, scene) => {
    const [account] = accounts(scene)
    if (account === undefined) throw new Error('nothing was explained')
    for (const explained of [account.load, account.save, account.cookie]) expect(explained?.agrees ?? true).toBe(true)
    const applied = rulesOf(account).find((one) => one.rule === rule)
    if (applied === undefined) throw new Error(`${rule} was not met`)
    const en = sessionRuleWords(applied, 'en')
    const zh = sessionRuleWords(applied, 'zh')
    for (const words of [en, zh]) expect(words).not.toMatch(/\{\w+\}|undefined/)
    for (const value of Object.values(applied.values ?? {})) {
      expect(en.includes(value), `${value} in: ${en}`).toBe(zh.includes(value))
    }
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(zh).toMatch(/\p{Script=Han}/u)
  })

  const readme = readFileSync(createRequire(import.meta.url).resolve('express-session/README.md'), 'utf8')
  const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading)

  test.each(Object.entries(sessionRules))(
    '%s says where the documentation speaks of it',
    (_, { section, spec, words }) => {
      expect(headings).toContain(section)
      expect(spec).toBe(new URL(spec).href)
      expect(spec).toMatch(/\/session\/tree\/v1\.19\.0#[a-z-]+$/)
      const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
      expect(placeholders(words.en)).toEqual(placeholders(words.zh))
    },
  )
})

test('what was done against the rules is told as such', () => {
  const [account] = accounts({ rest: [save('set', NEW), setting('set', NEW)] })
  expect(account?.save).toMatchObject({ done: 'set', outcome: 'none', agrees: false })
  expect(account?.cookie).toMatchObject({ done: 'set', outcome: 'not-set', agrees: false })
})

test('an option that was not given is named with the value that it has then', () => {
  const options = { resave: true, assumed: ['resave'] } as const
  const [account] = accounts({ options, rest: [save('set', BACK)] })
  expect(account?.save?.because.option).toEqual({ name: 'resave', value: 'true', assumed: true })
})

test('an option that would have led to the same is told besides', () => {
  const options = { resave: true, saveUninitialized: true, rolling: true }
  const [fresh] = accounts({ options, rest: [save('set', FACTS), setting('set', { ...FACTS, modified: null })] })
  expect([fresh?.save?.also?.rule, fresh?.cookie?.also?.rule]).toEqual(['new-saved', 'cookie-new'])
  const changed = { ...BACK, ...expiring, modified: true }
  const [back] = accounts({ options, rest: [save('set', changed), setting('set', { ...changed, modified: null })] })
  expect([back?.save?.also?.rule, back?.cookie?.also?.rule]).toEqual(['resaved', 'cookie-rolling'])
})

test('each middleware has an account of its own, and one that let the request pass takes part in nothing', () => {
  const other = { ...OPTIONS, name: 'other' }
  const both: SessionDecision[] = [
    { step: 'load', options: OPTIONS, cookie: null, outcome: { kind: 'no-cookie' } },
    { step: 'load', options: other, cookie: null, outcome: { kind: 'no-cookie' } },
    { step: 'load', options: OPTIONS, cookie: null, outcome: { kind: 'session-there' } },
    { step: 'generate', name: 'other', id: 'b', cause: 'request' },
    save('set', FACTS),
  ]
  const call = { name: 'other', method: 'set', by: 'save', answer: null } as const
  const told = explainSessions(both, [call]).map(({ options, made, save, calls }) => [
    options.name,
    made.length,
    save?.done,
    calls.length,
  ])
  expect(told).toEqual([
    [name, 0, 'set', 0],
    ['other', 1, undefined, 1],
    [name, 0, undefined, 0],
  ])
})

test('while the store has not answered, nothing is decided', () => {
  expect(explainSessions([], [{ name, method: 'get', by: 'middleware', answer: null }])).toEqual([])
})
