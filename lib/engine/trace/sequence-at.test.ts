import { describe, expect, it } from 'vitest'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule, CookieDecision } from '@/lib/engine/cookies/decision'
import type { EventBody } from '@/lib/engine/trace/event'
import { logOf } from '@/lib/engine/trace/log-of'
import { answered, asked, began, called, ended, stored, TWO_SERVERS, told } from '@/lib/engine/trace/sequence/test-told'

const SID = 'iKyk1vdZH5G5'
const ROW = { type: 'object', entries: [], more: 0 } as const

function cookie(value: string): StoredCookie {
  return {
    name: 'connect.sid',
    value,
    domain: 'localhost',
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'Default',
    expiry: null,
    creation: 0,
    lastAccess: 0,
  }
}

function kept(exchange: number | null, value: string, visitor = 'alice'): EventBody {
  const because: AppliedRule = { rule: 'added' }
  const decision: CookieDecision = { kind: 'stored', cookie: cookie(value), replaced: null, because, notes: [] }
  return { type: 'cookie', visitor, exchange, decision }
}

function gone(because: AppliedRule, exchange: number | null = null): EventBody {
  return { type: 'cookie', visitor: 'alice', exchange, decision: { kind: 'removed', cookie: cookie('1'), because } }
}

describe('an exchange', () => {
  it('is a request and an answer, with the cookies that each carried', () => {
    const headers = [['Cookie', `connect.sid=${SID}; lang=zh`]] as const
    const request = { method: 'POST', target: '/login', headers, body: new Uint8Array(0) }
    const log = logOf(...TWO_SERVERS, asked(1, 'alice', { request }), answered(1), kept(1, 'new'), ended(1))
    expect(told(log)).toEqual([
      `alice 0 > server-1 0: POST /login sent connect.sid=${SID} sent lang=zh`,
      'server-1 0 > alice 0: 200 stored connect.sid=new',
    ])
    expect(told(log, 3)).toHaveLength(1)
    expect(told(log, 4)[1]).toBe('server-1 0 > alice 0: 200 …')
  })

  it('tells of cookies that stayed behind, were refused, or ran out on the way', () => {
    const withheld: EventBody = {
      type: 'cookie',
      visitor: 'alice',
      exchange: 1,
      decision: { kind: 'withheld', cookie: cookie('1'), because: { rule: 'withheld-httponly' } },
    }
    const refused: EventBody = {
      type: 'cookie',
      visitor: 'alice',
      exchange: 1,
      decision: { kind: 'refused', line: 'a=b', name: 'a', because: { rule: 'pair-empty' }, notes: [] },
    }
    const log = logOf(...TWO_SERVERS, asked(1), gone({ rule: 'expired' }, 1), withheld, answered(1), refused)
    expect(told(log)).toEqual([
      'alice 0 > server-1 0: GET /1 withheld connect.sid=1',
      'alice: expired removed connect.sid',
      'server-1 0 > alice 0: 200 refused a= …',
    ])
  })

  it('ends in a step of its own when the rest came later, or the server did something between', () => {
    const late = logOf(...TWO_SERVERS, asked(1), answered(1), 20, ended(1))
    expect(told(late)).toHaveLength(3)
    expect(told(late)[2]).toBe('server-1 0 > alice 0: end')
    const busy = logOf(...TWO_SERVERS, asked(1), answered(1), called(1, 'set', SID, 1), stored(1, 'done', 1), ended(1))
    expect(told(busy).slice(1)).toEqual([
      'server-1 0 > alice 0: 200 …',
      `server-1 0 > store connect.sid server-1 0: set ${SID} done`,
      'server-1 0 > alice 0: end',
    ])
  })

  it('follows a redirect at the head: the second request begins while the first is not over', () => {
    const log = logOf(...TWO_SERVERS, asked(1), answered(1, 302, '/2'), asked(2, 'alice', { redirectOf: 1 }), ended(1))
    expect(told(log)).toEqual([
      'alice 0 > server-1 0: GET /1',
      'server-1 0 > alice 0: 302 to /2',
      'alice 1 > server-1 1: GET /2 after 1',
    ])
  })

  it('that nobody takes is one step; one that breaks off, or is given up, is two', () => {
    const refused: EventBody = { type: 'exchange-failed', exchange: 1, failure: 'connection-refused' }
    expect(told(logOf(asked(1, 'alice', { process: null }), refused))).toEqual(['alice 0: GET /1 connection-refused'])
    const broken = (failure: 'connection-reset' | 'timed-out' | 'bad-response') =>
      told(logOf(...TWO_SERVERS, asked(1), { type: 'exchange-failed', exchange: 1, failure }))[1]
    expect(broken('connection-reset')).toBe('server-1 0 > alice 0: connection-reset')
    expect(broken('bad-response')).toBe('server-1 0 > alice 0: bad-response')
    expect(broken('timed-out')).toBe('alice 0: timed-out')
  })

  it('that overlaps with others has bars of its own, and gives them back', () => {
    const [one, two, three] = [asked(1), asked(2), asked(3, 'bob')]
    const log = logOf(...TWO_SERVERS, one, 50, two, three, answered(1), ended(1), asked(4), answered(3), ended(3))
    expect(told(log)).toEqual([
      'alice 0 > server-1 0: GET /1',
      'alice 1 > server-1 1: GET /2',
      'bob 0 > server-1 2: GET /3',
      'server-1 0 > alice 0: 200',
      'alice 0 > server-1 0: GET /4',
      'server-1 2 > bob 0: 200',
    ])
  })
})

describe('a store', () => {
  it('that answers at once is one step, its row with it', () => {
    const row: EventBody = {
      type: 'row-set',
      process: 1,
      exchange: 1,
      store: { kind: 'memory', name: 'connect.sid' },
      key: SID,
      value: ROW,
      before: null,
    }
    const get = [called(1, 'get', SID, 1), stored(1, 'missing', 1)]
    const set = [called(2, 'set', SID, 1), row, stored(2, 'done', 1)]
    expect(told(logOf(...TWO_SERVERS, asked(1), ...get, ...set)).slice(1)).toEqual([
      `server-1 0 > store connect.sid server-1 0: get ${SID} missing`,
      `server-1 0 > store connect.sid server-1 0: set ${SID} done row`,
    ])
    const late = logOf(...TWO_SERVERS, asked(1), called(2, 'set', SID, 1), stored(2, 'done', 1), row)
    expect(told(late).slice(1)).toEqual([`server-1 0 > store connect.sid server-1 0: set ${SID} done row`])
    expect(told(logOf(...TWO_SERVERS, asked(1), row))[1]).toBe(`server-1 0 > store connect.sid server-1: added ${SID}`)
  })

  it('that asks Redis or the disk is between them and the server, where the id is the same', () => {
    const redis = (key: string, exchange: number): EventBody => {
      return { type: 'redis-command', process: 1, exchange, command: ['GET', key], reply: '(nil)', failed: false }
    }
    const log = logOf(
      ...TWO_SERVERS,
      asked(1),
      called(1, 'get', SID, 1),
      redis(`sess:${SID}`, 1),
      redis('greeting', 1),
      redis(`sess:${SID}`, 2),
      stored(1, 'missing', 1),
    )
    expect(told(log).slice(1)).toEqual([
      `server-1 0 > store connect.sid server-1 0: get ${SID}`,
      `store connect.sid server-1 0 > redis: GET sess:${SID} (nil)`,
      'server-1 0 > redis: GET greeting (nil)',
      `server-1 > redis: GET sess:${SID} (nil)`,
      'store connect.sid server-1 0 > server-1 0: missing',
    ])
  })

  it('that a process took with it never answers', () => {
    const exited: EventBody = { type: 'process-exited', process: 1, server: 'server-1', code: 137, cause: 'crash' }
    const log = logOf(...TWO_SERVERS, asked(1), called(1, 'set', SID, 1), exited, stored(1, 'done', 1))
    expect(told(log).slice(1)).toEqual([
      `server-1 0 > store connect.sid server-1 0: set ${SID}`,
      'server-1: exited crash',
    ])
  })

  it('writes a file in one step, unless something happens between emptying and filling it', () => {
    const written = (size: number, isNew: boolean, torn?: true): EventBody => {
      const file = { process: 1, exchange: 1, path: 'a', content: '', cut: 0, size, isNew } as const
      return { type: 'file-written', ...file, ...(torn ? { torn } : {}) }
    }
    const steps = (...events: readonly (EventBody | number)[]) =>
      told(logOf(...TWO_SERVERS, asked(1), ...events)).slice(1)
    expect(steps(written(0, true), written(9, false))).toEqual(['server-1 0 > files: added a'])
    expect(steps(written(0, false), written(9, false))).toEqual(['server-1 0 > files: written a'])
    expect(steps(written(0, false), written(5, false, true))).toEqual(['server-1 0 > files: torn a'])
    expect(steps(written(0, false), asked(2), written(9, false))).toEqual([
      'server-1 0 > files: emptied a',
      'alice 1 > server-1 1: GET /2',
      'server-1 0 > files: written a',
    ])
    expect(steps(written(9, false), written(9, false))).toHaveLength(2)
  })

  it('in Redis: what a client says to connect is no step', () => {
    const command = (name: string, exchange: number | null = null, process: number | null = 1): EventBody => {
      return { type: 'redis-command', process, exchange, command: [name], reply: 'OK', failed: false }
    }
    const log = logOf(...TWO_SERVERS, command('INFO'), command('hello'), command('get'), command('PING', null, null))
    expect(told(log)).toEqual(['server-1 > redis: get OK', 'redis: hand PING OK'])
  })

  it('changed by a person’s hand is nobody’s message', () => {
    const file = { exchange: null, path: 'sessions/a.json', content: '', cut: 0, size: 5 } as const
    const log = logOf(
      { type: 'file-written', process: null, ...file, isNew: false },
      { type: 'file-written', process: 1, ...file, isNew: true, torn: true },
      { type: 'file-removed', process: null, exchange: null, path: 'a' },
      { type: 'redis-command', process: null, exchange: null, command: ['DEL', 'a'], reply: '1', failed: false },
      { type: 'redis-key-removed', process: null, exchange: null, key: 'b', cause: 'command' },
      { type: 'redis-key-removed', process: null, exchange: null, key: 'c', cause: 'expired' },
    )
    expect(told(log)).toEqual([
      'files: hand written sessions/a.json',
      '1 > files: torn sessions/a.json',
      'files: hand removed a',
      'redis: hand DEL a 1',
      'redis: redis-expired',
    ])
  })
})

describe('what people do', () => {
  it('to a jar is said by what they did; a copied cookie goes from one to the other', () => {
    const jar = { visitor: 'alice', host: 'localhost', name: 'connect.sid' } as const
    const log = logOf(
      began({ type: 'edit-cookie', ...jar, value: 'x' }),
      kept(null, 'x'),
      began({ type: 'copy-cookie', ...jar, visitor: 'mallory', of: 'alice' }),
      kept(null, 'x', 'mallory'),
      began({ type: 'delete-cookie', ...jar }),
      gone({ rule: 'removed-by-hand' }),
      began({ type: 'close-visitor', visitor: 'alice' }),
      gone({ rule: 'session-over' }),
      { type: 'visitor-closed', visitor: 'alice' },
    )
    expect(told(log)).toEqual([
      'alice: edited stored connect.sid',
      'alice > mallory: copied connect.sid',
      'alice: deleted removed connect.sid',
      'alice: session-over removed connect.sid',
      'alice: visitor-closed',
    ])
  })

  it('of a cloned browser, only that it was cloned', () => {
    const log = logOf(
      began({ type: 'clone-visitor', visitor: 'eve', of: 'alice' }),
      { type: 'visitor-opened', visitor: 'eve', cloneOf: 'alice' },
      kept(null, 'x', 'eve'),
    )
    expect(told(log)).toEqual(['alice > eve: visitor-opened'])
  })
})

describe('time', () => {
  it('is a gap when somebody moved the clock, with what ran out on the way, or when it is a second and more', () => {
    const log = logOf(
      asked(1),
      50,
      asked(2),
      1_000,
      asked(3),
      began({ type: 'clock', advance: 500 }),
      200,
      gone({ rule: 'expired' }),
      300,
      { type: 'clock-moved', from: 1_050, to: 1_550, cause: 'advance' },
    )
    expect(told(log).slice(2)).toEqual([
      '-: 1000 ms',
      'alice 2 > 1 2: GET /3',
      '-: 200 ms by hand',
      'alice: expired removed connect.sid',
      '-: 300 ms by hand',
    ])
  })
})

describe('a server', () => {
  it('ends and starts before one’s eyes, but is there when the story begins', () => {
    const log = logOf(
      ...TWO_SERVERS,
      { type: 'redis-state', up: true },
      { type: 'balancing', by: 'sticky' },
      began({ type: 'restart' }),
      { type: 'process-exited', process: 1, server: 'server-1', code: 0, cause: 'restart' },
      { type: 'process-started', process: 3, server: 'server-1' },
      { type: 'redis-state', up: false },
      { type: 'balancing', by: 'round-robin' },
      asked(1, 'bob', { process: 3 }),
    )
    expect(told(log)).toEqual([
      'server-1: exited restart',
      'server-1: process-started',
      'redis: redis-state',
      '-: balancing',
      'bob 0 > server-1 0: GET /1',
    ])
  })

  it('says of express-session’s decisions what no message tells', () => {
    const decided = (kind: 'no-cookie' | 'unsigned' | 'bad-signature'): EventBody => ({
      type: 'session',
      process: 1,
      exchange: 1,
      decision: {
        step: 'load',
        options: {
          name: 'connect.sid',
          resave: false,
          saveUninitialized: false,
          rolling: false,
          unset: 'keep',
          assumed: [],
          storeHasTouch: true,
          secrets: 1,
        },
        cookie: 'x',
        outcome: { kind },
      },
    })
    const save: EventBody = {
      type: 'session',
      process: 1,
      exchange: 1,
      decision: { step: 'save', name: 'connect.sid', id: SID, outcome: 'set', facts: null, gone: null },
    }
    const log = logOf(...TWO_SERVERS, asked(1), decided('no-cookie'), decided('bad-signature'), save)
    expect(told(log).slice(1)).toEqual(['server-1 0: session load'])
  })
})
