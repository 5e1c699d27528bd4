import { beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { exchangesAt } from '@/lib/engine/trace/exchanges-at'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { type ExchangeAccount, sessionAccounts } from '@/lib/engine/trace/session-accounts'
import { sessionDecisionsAt } from '@/lib/engine/trace/session-decisions-at'
import { log } from '@/lib/runtime/test-support'

/**
 * What express-session 1.19.0 does on Node for every combination of its options, from 320 recorded runs: Set-Cookie or
 * not, and which methods of the store are called. A store without touch is called for nothing where one with touch is
 * touched.
 */
const TABLE = `
resave saveUninitialized rolling | new, unmodified | new, modified | returning, unmodified | returning, modified | the same with maxAge
1 1 1 | Set-Cookie set | Set-Cookie set | Set-Cookie get set   | Set-Cookie get set | Set-Cookie get set
1 1 0 | Set-Cookie set | Set-Cookie set | - get set            | - get set          | Set-Cookie get set
1 0 1 | -              | Set-Cookie set | Set-Cookie get set   | Set-Cookie get set | Set-Cookie get set
1 0 0 | -              | Set-Cookie set | - get set            | - get set          | Set-Cookie get set
0 1 1 | Set-Cookie set | Set-Cookie set | Set-Cookie get touch | Set-Cookie get set | Set-Cookie get set
0 1 0 | Set-Cookie set | Set-Cookie set | - get touch          | - get set          | Set-Cookie get set
0 0 1 | -              | Set-Cookie set | Set-Cookie get touch | Set-Cookie get set | Set-Cookie get set
0 0 0 | -              | Set-Cookie set | - get touch          | - get set          | Set-Cookie get set`

interface Options {
  readonly resave: boolean
  readonly saveUninitialized: boolean
  readonly rolling: boolean
  readonly maxAge: boolean
  readonly touch: boolean
}

interface Combination extends Options {
  readonly returning: boolean
  readonly modified: boolean
  /** `Set-Cookie get set`. */
  readonly expected: string
}

const ROWS = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('|').map((cell) => cell.trim().replace(/ +/g, ' ')))

const COMBINATIONS: readonly Combination[] = ROWS.flatMap(([flags = '', ...cells]) => {
  const [resave, saveUninitialized, rolling] = flags.split(' ').map((flag) => flag === '1')
  return [true, false].flatMap((touch) =>
    [true, false].flatMap((maxAge) =>
      [true, false].flatMap((returning) =>
        [true, false].map((modified): Combination => {
          const column = (returning ? 2 : 0) + (modified ? 1 : 0) + (returning && modified && maxAge ? 1 : 0)
          const expected = (cells[column] ?? '').replace(touch ? '' : ' touch', '')
          const options = { resave: resave === true, saveUninitialized: saveUninitialized === true }
          return { ...options, rolling: rolling === true, maxAge, touch, returning, modified, expected }
        }),
      ),
    ),
  )
})

/** One program with a session middleware for each choice of options, each with its own path, cookie and store. */
const PROGRAM = `const express = require('express'), session = require('express-session')
const app = express()
class Store extends session.Store {
  rows = {}
  get(id, callback) { callback(null, this.rows[id] && JSON.parse(this.rows[id])) }
  set(id, session, callback) { this.rows[id] = JSON.stringify(session); callback() }
  destroy(id, callback) { delete this.rows[id]; callback() }
}
class TouchStore extends Store {
  touch(id, session, callback) { callback() }
}
for (let bits = 0; bits < 32; bits++) {
  const [resave, saveUninitialized, rolling, maxAge, touch] = [16, 8, 4, 2, 1].map((bit) => (bits & bit) > 0)
  const path = '/' + bits, cookie = maxAge ? { path, maxAge: 60_000 } : { path }
  const store = touch ? new TouchStore() : new Store()
  app.use(path, session({ name: 'sid' + bits, secret: 'x', resave, saveUninitialized, rolling, cookie, store }))
  app.get(path + '/look', (req, res) => res.send('n ' + req.session.n))
  app.get(path + '/change', (req, res) => { req.session.n = (req.session.n || 0) + 1; res.send('n ' + req.session.n) })
}
app.listen(9090)`

function pathOf({ resave, saveUninitialized, rolling, maxAge, touch }: Options): string {
  return `/${[resave, saveUninitialized, rolling, maxAge, touch].map(Number).join('')}`.replace(
    /\d+/,
    (bits) => `${Number.parseInt(bits, 2)}`,
  )
}

function said({ returning, modified, ...options }: Combination): string {
  const given = Object.entries(options).flatMap(([name, value]) => (value === true ? [name] : []))
  return `${returning ? 'returning' : 'new'}, ${modified ? 'modified' : 'unmodified'}: ${given.join(' ') || 'nothing'}`
}

/** For each combination one request that counts, of a visitor of its own; a returning one has been there before. */
function storyOf(combinations: readonly Combination[]): Action[] {
  return combinations.flatMap((combination, index): Action[] => {
    const visitor = `visitor-${index}`
    const url = `http://localhost:9090${pathOf(combination)}`
    const request = (page: string): Action => ({ type: 'visit', visitor, method: 'GET', url: `${url}/${page}` })
    return [
      { type: 'new-visitor', visitor },
      ...(combination.returning ? [request('change')] : []),
      request(combination.modified ? 'change' : 'look'),
    ]
  })
}

let world: Log
let lastExchanges: ReadonlyMap<string, ExchangeId>

beforeAll(async () => {
  world = emptyLog().append(await log(PROGRAM, storyOf(COMBINATIONS)))
  lastExchanges = new Map(
    exchangesAt(world, world.length)
      .values()
      .map(({ visitor, id }) => [visitor, id]),
  )
})

function seen(combination: Combination) {
  const exchange = lastExchanges.get(`visitor-${COMBINATIONS.indexOf(combination)}`) ?? 0
  const record = sessionDecisionsAt(world, world.length).get(exchange)
  const head = exchangesAt(world, world.length).get(exchange)?.head?.response
  return {
    accounts: sessionAccounts(record),
    setCookie: head?.headers.some(([name]) => name === 'Set-Cookie') ?? false,
  }
}

function calledBy({ calls }: ExchangeAccount): string[] {
  return calls.map(({ method }) => method)
}

it('there are 128 combinations', () => {
  expect(COMBINATIONS).toHaveLength(128)
  expect(new Set(COMBINATIONS.map(said)).size).toBe(128)
})

describe.each(COMBINATIONS.map((combination) => [said(combination), combination] as const))('%s', (_, combination) => {
  it('is as on Node, and explained as it is', () => {
    const { accounts, setCookie } = seen(combination)
    const [account] = accounts
    if (account === undefined) throw new Error('express-session decided nothing')
    expect(accounts).toHaveLength(1)
    expect([setCookie ? 'Set-Cookie' : '-', ...calledBy(account)].join(' ')).toBe(combination.expected)

    const { load, save, cookie, options, modified } = account
    expect(options).toMatchObject({
      resave: combination.resave,
      saveUninitialized: combination.saveUninitialized,
      rolling: combination.rolling,
      storeHasTouch: combination.touch,
    })
    expect(load).toMatchObject({ done: combination.returning ? 'loaded' : 'no-cookie', agrees: true })
    expect(modified).toBe(combination.modified)
    // What the rules say, not what was done: that both are the same is what is to be proved.
    const [written = 'none'] = combination.expected.split(' ').filter((word) => word === 'set' || word === 'touch')
    expect(save).toMatchObject({ outcome: written, done: written, agrees: true })
    const sent = combination.expected.startsWith('Set-Cookie') ? 'set' : 'not-set'
    expect(cookie).toMatchObject({ outcome: sent, done: sent, agrees: true })
  })

  it('would be otherwise with another value of the option that is made responsible', () => {
    const [account] = seen(combination).accounts
    for (const [explained, isAbout] of [
      [account?.save, (expected: string) => expected.replace(/^\S+/, '')],
      [account?.cookie, (expected: string) => expected.split(' ')[0]],
    ] as const) {
      const name = explained?.because.option?.name
      const flipped = name === undefined ? undefined : FLIPPED[name]
      if (!flipped || explained?.also) continue
      const other = COMBINATIONS.find((one) => said(one) === said({ ...combination, ...flipped(combination) }))
      expect(isAbout(other?.expected ?? '')).not.toBe(isAbout(combination.expected))
    }
  })
})

const FLIPPED: Readonly<Record<string, (options: Options) => Partial<Options>>> = {
  resave: ({ resave }) => ({ resave: !resave }),
  saveUninitialized: ({ saveUninitialized }) => ({ saveUninitialized: !saveUninitialized }),
  rolling: ({ rolling }) => ({ rolling: !rolling }),
  'cookie.maxAge': ({ maxAge }) => ({ maxAge: !maxAge }),
}
