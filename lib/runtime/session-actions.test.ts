import { describe, expect, it } from 'vitest'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { Action } from '@/lib/engine/story/action'
import { exchangesAt } from '@/lib/engine/trace/exchanges-at'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { sessionAccounts } from '@/lib/engine/trace/session-accounts'
import { sessionDecisionsAt } from '@/lib/engine/trace/session-decisions-at'
import { sessionsAt } from '@/lib/engine/trace/sessions-at'
import { app, log, visit } from '@/lib/runtime/test-support'

const SAVING = { save: 'req.session.save', regenerate: 'req.session.regenerate', destroy: 'req.session.destroy' }

function program(options = ''): string {
  return app(`const session = require('express-session')
app.use(session({ secret: 'x', resave: false, saveUninitialized: false, ${options} }))
app.get('/change', (req, res) => { req.session.n = (req.session.n || 0) + 1; res.send('n ' + req.session.n) })
app.get('/save', (req, res) => ${SAVING.save}(() => res.send('saved')))
app.get('/change-save', (req, res) => { req.session.n = 5; ${SAVING.save}(() => res.send('saved')) })
app.get('/save-change', (req, res) => ${SAVING.save}(() => { req.session.n = 6; res.send('changed') }))
app.get('/regenerate', (req, res) => ${SAVING.regenerate}(() => res.send('new')))
app.get('/regenerate-save', (req, res) => ${SAVING.regenerate}(() => ${SAVING.save}(() => res.send('new'))))
app.get('/destroy', (req, res) => ${SAVING.destroy}(() => res.send('destroyed')))
app.get('/null', (req, res) => { req.session.n = 7; req.session = null; res.send('null') })
app.get('/delete', (req, res) => { req.session.n = 7; delete req.session; res.send('deleted') })
app.get('/reload', (req, res) => { req.session.n = 8; req.session.reload(() => res.send('n ' + req.session.n)) })
app.get('/flush', (req, res) => { res.write('head, '); req.session.n = 9; res.end('tail') })`)
}

interface Case {
  /** What a visitor asks for, one after the other; the last one is what it is about. */
  readonly paths: string
  /** `Set-Cookie` or `-`, and the calls of the store, those for the program in brackets. */
  readonly did: string
  readonly why: readonly [save: string, cookie: string]
  readonly rows: readonly string[]
  readonly options: string
}

function cases(options: string, ...list: readonly [string, string, Case['why'], readonly string[]][]): Case[] {
  return list.map(([paths, did, why, rows]) => ({ paths, did, why, rows, options }))
}

/** Every case is a visitor of one world. */
async function worldOf(options: string, list: readonly Case[]): Promise<Log> {
  const story = list.flatMap(({ paths }, index): Action[] => {
    const visitor = `visitor-${index}`
    const requests = paths.split(' ').map((path) => visit(`http://localhost:9090${path}`, { visitor }))
    return [{ type: 'new-visitor', visitor }, ...requests]
  })
  return emptyLog().append(await log(program(options), story))
}

function lastOf(world: Log, visitor: string) {
  const own = exchangesAt(world, world.length)
    .values()
    .filter((record) => record.visitor === visitor)
  const last = own.at(-1)
  const records = sessionDecisionsAt(world, world.length)
  const accounts = sessionAccounts(records.get(last?.id ?? 0))
  const [account] = accounts
  if (accounts.length !== 1 || !account || !last) throw new Error('one middleware must have decided something')
  const { load, save, cookie, calls } = account
  const sent = last.head?.response.headers.some(([name]) => name === 'Set-Cookie')
  const ids = own.flatMap(({ id }) => sessionAccounts(records.get(id)).flatMap(({ made }) => made.map((one) => one.id)))
  return {
    did: [
      sent ? 'Set-Cookie' : '-',
      ...calls.map(({ method, by }) => (by === 'middleware' ? method : `(${method})`)),
    ].join(' '),
    why: [save?.because.rule, cookie?.because.rule],
    agrees: [load, save, cookie].every((explained) => explained?.agrees),
    rows: sessionsAt(world, world.length)
      .tables.values()
      .flatMap(({ rows }) => rows.values())
      .filter(({ key }) => ids.includes(key))
      .map(({ value }) => previewText(value, 400).replace(/^\{cookie: \{.*?\}(, )?/, '{')),
  }
}

const CASES: readonly Case[] = [
  ...cases(
    '',
    ['/save', '- (set)', ['saved-already', 'cookie-new-empty'], ['{}']],
    ['/change-save', 'Set-Cookie (set)', ['saved-already', 'cookie-new-modified'], ['{n: 5}']],
    ['/save-change', 'Set-Cookie (set) set', ['changed-after-save', 'cookie-new-modified'], ['{n: 6}']],
    ['/change /change-save', '- get (set) touch', ['saved-already', 'cookie-known'], ['{n: 5}']],
    ['/change /save-change', '- get (set) set', ['changed-after-save', 'cookie-known'], ['{n: 6}']],
    ['/regenerate', 'Set-Cookie (destroy) set', ['regenerated', 'cookie-regenerated'], ['{}']],
    ['/change /regenerate', 'Set-Cookie get (destroy) set', ['regenerated', 'cookie-regenerated'], ['{}']],
    // Issue 935 of express-session: on a regenerated session, save() goes unnoticed.
    ['/change /regenerate-save', 'Set-Cookie get (destroy) (set) set', ['regenerated', 'cookie-regenerated'], ['{}']],
    ['/destroy', '- (destroy)', ['destroyed-by-program', 'cookie-no-session'], []],
    ['/change /destroy', '- get (destroy)', ['destroyed-by-program', 'cookie-no-session'], []],
    ['/change /null', '- get', ['unset-keeps', 'cookie-no-session'], ['{n: 1}']],
    ['/change /delete', '- get', ['unset-keeps', 'cookie-no-session'], ['{n: 1}']],
    ['/change /reload', '- get (get) touch', ['touched', 'cookie-known'], ['{n: 1}']],
    ['/flush', '- set', ['modified', 'cookie-head-gone'], ['{n: 9}']],
  ),
  ...cases(
    'saveUninitialized: true',
    ['/save', 'Set-Cookie (set)', ['saved-already', 'cookie-new'], ['{}']],
    ['/flush', 'Set-Cookie set', ['modified', 'cookie-new'], ['{n: 9}']],
  ),
  ...cases(
    'cookie: { maxAge: 60_000 }',
    ['/change /change-save', 'Set-Cookie get (set) touch', ['saved-already', 'cookie-renewed'], ['{n: 5}']],
    ['/change /flush', '- get set', ['modified', 'cookie-keeps-expiry'], ['{n: 9}']],
  ),
  ...cases('resave: true', [
    '/change /change-save',
    '- get (set) touch',
    ['saved-already', 'cookie-known'],
    ['{n: 5}'],
  ]),
  ...cases(
    `unset: 'destroy'`,
    ['/change /destroy', '- get (destroy) destroy', ['unset-destroys', 'cookie-no-session'], []],
    ['/change /null', '- get destroy', ['unset-destroys', 'cookie-no-session'], []],
    ['/change /delete', '- get destroy', ['unset-destroys', 'cookie-no-session'], []],
  ),
]

describe.each([...new Set(CASES.map(({ options }) => options))])(
  'What the program does to its session { %s }',
  (options) => {
    const own = CASES.filter((one) => one.options === options)
    const world = worldOf(options, own)

    it.each(own.map((one, index) => [one.paths, one.did, one, `visitor-${index}`] as const))(
      '%s: %s',
      async (...given) => {
        const [, , { did, why, rows }, visitor] = given
        expect(lastOf(await world, visitor)).toEqual({ did, why, agrees: true, rows })
      },
    )
  },
)
