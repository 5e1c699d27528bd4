import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exchangesAt } from '@/lib/engine/trace/exchanges-at'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { logOf } from '@/lib/engine/trace/log-of'
import { type Bar, exchangePicture, type Picture, storyPicture } from '@/lib/engine/trace/sequence/picture'
import { answered, asked, began, called, ended, line, stored, TWO_SERVERS } from '@/lib/engine/trace/sequence/test-told'
import { sequenceAt } from '@/lib/engine/trace/sequence-at'
import { testWorld } from '@/lib/engine/trace/test-log'

const ALL = Number.POSITIVE_INFINITY

function whole(log: Log, cursor: number = log.length): Picture {
  return storyPicture(log, cursor, 0, ALL)
}

function bar({ line, lane, from, to }: Bar): string {
  return `${line.replace(/^(visitor|server) /, '')} ${lane}: ${from}–${to ?? ''}`
}

function exchangeOf(log: Log, id: number) {
  const record = exchangesAt(log, log.length).get(id)
  if (!record) throw new Error(`no exchange ${id}`)
  return exchangePicture(log, log.length, record)
}

/** alice’s slow request, meanwhile bob’s to the other server, and one that never ends. */
const OVERLAP = logOf(
  ...TWO_SERVERS,
  asked(1),
  asked(2, 'bob', { process: 2 }),
  called(1, 'get', 'abc', 1),
  asked(3),
  stored(1, 'found', 1),
  answered(2),
  ended(2),
  20,
  answered(1),
  ended(1),
)

describe('the story’s picture', () => {
  it('has who takes part side by side: visitors, servers with their memory, what is outside', () => {
    const log = logOf(
      asked(1, 'alice', { process: 2 }),
      ...TWO_SERVERS,
      { type: 'redis-command', process: 1, exchange: 1, command: ['PING'], reply: 'PONG', failed: false },
      called(1, 'get', 'abc', 1, 2),
      called(2, 'get', 'abc', 1, 1),
      { type: 'file-removed', process: null, exchange: null, path: 'a' },
      asked(2, 'bob'),
    )
    expect(whole(log).lines.map(({ id }) => id)).toEqual([
      'visitor alice',
      'visitor bob',
      'server 2',
      'server server-1',
      'store connect.sid server-1',
      'server server-2',
      'store connect.sid server-2',
      'files',
      'redis',
    ])
  })

  it('has a bar for whatever takes longer than its own row, on both sides of an exchange', () => {
    expect(whole(OVERLAP).rows.map(({ step }) => line(step))).toEqual([
      'alice 0 > server-1 0: GET /1',
      'bob 0 > server-2 0: GET /2',
      'server-1 0 > store connect.sid server-1 0: get abc',
      'alice 1 > server-1 1: GET /3',
      'store connect.sid server-1 0 > server-1 0: found',
      'server-2 0 > bob 0: 200',
      'server-1 0 > alice 0: 200',
    ])
    expect(whole(OVERLAP).bars.map(bar)).toEqual([
      'alice 0: 0–6',
      'server-1 0: 0–6',
      'bob 0: 1–5',
      'server-2 0: 1–5',
      'store connect.sid server-1 0: 2–4',
      'alice 1: 3–',
      'server-1 1: 3–',
    ])
  })

  it('up to a cursor knows nothing of what comes later', () => {
    expect(whole(OVERLAP, 4).bars.map(bar)).toEqual(['alice 0: 0–', 'server-1 0: 0–', 'bob 0: 1–', 'server-2 0: 1–'])
  })

  it('shows when a browser was open and a server ran; what it held in memory went with it', () => {
    const log = logOf(
      ...TWO_SERVERS.slice(0, 1),
      began({ type: 'new-visitor', visitor: 'alice' }),
      { type: 'visitor-opened', visitor: 'alice' },
      called(1, 'get', 'abc', 1),
      { type: 'process-exited', process: 1, server: 'server-1', code: 1, cause: 'fault' },
      { type: 'visitor-closed', visitor: 'alice' },
    )
    const lives = (first: number) =>
      storyPicture(log, log.length, first, ALL).lives.map(
        ({ line, alive, from, to }) => `${line} ${alive ? 'lives' : 'rests'} ${from ?? ''}–${to ?? ''}`,
      )
    expect(lives(0)).toEqual([
      'visitor alice rests –0',
      'visitor alice lives 0–3',
      'visitor alice rests 3–',
      'server server-1 lives –2',
      'server server-1 rests 2–',
      'store connect.sid server-1 lives –2',
      'store connect.sid server-1 rests 2–',
    ])
    expect(lives(3)).toEqual([
      'visitor alice lives –3',
      'visitor alice rests 3–',
      'server server-1 rests –',
      'store connect.sid server-1 rests –',
    ])
  })

  it('ends what a server was about when the server ends; the visitor waits on', () => {
    const log = logOf(
      ...TWO_SERVERS,
      asked(1),
      { type: 'process-exited', process: 1, server: 'server-1', code: 1, cause: 'fault' },
      asked(2, 'bob', { process: 2 }),
      { type: 'exchange-failed', exchange: 1, failure: 'connection-reset' },
    )
    expect(whole(log).bars.map(bar)).toEqual(['alice 0: 0–3', 'server-1 0: 0–1', 'bob 0: 2–', 'server-2 0: 2–'])
  })

  it('of some rows is that part of the whole', () => {
    const worlds = fc.array(fc.nat({ max: 100_000 }), { minLength: 60, maxLength: 300 }).map(testWorld)
    fc.assert(
      fc.property(worlds, fc.nat(), fc.nat({ max: 40 }), ({ events }, start, length) => {
        const log = emptyLog().append(events)
        const { steps } = sequenceAt(log, log.length)
        const first = start % (steps.length + 1)
        const last = first + length
        const all = whole(log)
        const part = storyPicture(log, log.length, first, last)
        expect(part.rows).toEqual(all.rows.slice(first, last))
        if (part.rows.length === 0) return
        const reachesIn = ({ from, to }: Bar) => from < last && (to === null || to >= first)
        expect(part.bars.map(bar).sort()).toEqual(all.bars.filter(reachesIn).map(bar).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('never has two bars in one place', () => {
    const worlds = fc.array(fc.nat({ max: 100_000 }), { minLength: 60, maxLength: 300 }).map(testWorld)
    fc.assert(
      fc.property(worlds, ({ events }) => {
        const { bars } = whole(emptyLog().append(events))
        const until = new Map<string, number>()
        for (const { line, lane, from, to } of bars) {
          const place = `${line} ${lane}`
          expect(from).toBeGreaterThanOrEqual(until.get(place) ?? 0)
          until.set(place, to ?? ALL)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('an exchange’s picture', () => {
  it('has its own steps and lifelines only', () => {
    const { rows, lines, bars } = exchangeOf(OVERLAP, 1)
    expect(rows.map(({ step }) => line(step))).toEqual([
      'alice 0 > server-1 0: GET /1',
      'server-1 0 > store connect.sid server-1 0: get abc',
      'store connect.sid server-1 0 > server-1 0: found',
      'server-1 0 > alice 0: 200',
    ])
    expect(lines.map(({ id }) => id)).toEqual(['visitor alice', 'server server-1', 'store connect.sid server-1'])
    expect(bars.map(bar)).toEqual(['alice 0: 0–3', 'server-1 0: 0–3', 'store connect.sid server-1 0: 1–2'])
  })

  it('has what ended its server, and what it still did after its answer', () => {
    const log = logOf(
      ...TWO_SERVERS,
      asked(1),
      asked(2, 'bob', { process: 2 }),
      answered(2),
      ended(2),
      called(1, 'set', 'abc', 2, 2),
      { type: 'process-exited', process: 2, server: 'server-2', code: 1, cause: 'stop' },
      { type: 'process-exited', process: 1, server: 'server-1', code: 1, cause: 'fault' },
      { type: 'exchange-failed', exchange: 1, failure: 'connection-reset' },
    )
    expect(exchangeOf(log, 1).rows.map(({ step }) => line(step))).toEqual([
      'alice 0 > server-1 0: GET /1',
      'server-1: exited fault',
      'server-1 0 > alice 0: connection-reset',
    ])
    expect(exchangeOf(log, 2).rows.map(({ step }) => line(step))).toEqual([
      'bob 0 > server-2 0: GET /2',
      'server-2 0 > bob 0: 200',
      'server-2 > store connect.sid server-2 0: set abc',
    ])
  })

  it('is found behind a gap of time', () => {
    const log = logOf(...TWO_SERVERS, asked(1), 5_000, asked(2, 'bob'))
    expect(exchangeOf(log, 2).rows.map(({ step }) => line(step))).toEqual(['bob 0 > server-1 1: GET /2'])
  })
})
