import { describe, expect, it } from 'vitest'
import type { SessionDecision } from '@/lib/engine/sessions/decision'
import type { EventBody, FaultKind } from '@/lib/engine/trace/event'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { jarProjection } from '@/lib/engine/trace/jar-at'
import { sessionIdsProjection } from '@/lib/engine/trace/session-ids-at'
import { FACTS, OPTIONS } from '@/lib/engine/trace/test-sessions'
import { changedExchanges } from '@/lib/playground/changes'
import { cookieFlow } from '@/lib/playground/cookie-flow'
import { currentFault } from '@/lib/playground/current-fault'
import { holdersOf } from '@/lib/playground/holders'
import { problemsOf } from '@/lib/playground/problems'
import { scriptReadingsProjection } from '@/lib/playground/script-readings'
import { startFailure } from '@/lib/playground/start-failure'
import { cookieOf, cookieStored, logOf, requestSent, responseData } from '@/lib/playground/test-log'
import { turnedAwayProjection } from '@/lib/playground/turned-away'

const started = (process: number): EventBody => ({ type: 'process-started', process, server: 'server.js' })
const exited = (process: number, cause: 'exit' | 'fault' | 'restart'): EventBody => {
  return { type: 'process-exited', process, server: 'server.js', code: 1, cause }
}
const listening = (process: number): EventBody => ({ type: 'listening', process, port: 9090 })
const faultAt = (line: number, process = 1, fault: FaultKind = 'uncaught-error'): EventBody => {
  return { type: 'fault', process, exchange: 1, fault, message: 'boom', place: { file: 'server.js', line } }
}

describe('startFailure', () => {
  it('is none for a program that listens, whatever comes later', () => {
    expect(startFailure(logOf([null, listening(1)], [0, faultAt(3)], [0, exited(1, 'fault')]))).toBeNull()
  })

  it('is the first fault of a program that never listens, or that ends before anybody came', () => {
    expect(startFailure(logOf([null, faultAt(3)], [null, exited(1, 'fault')]))).toMatchObject({ type: 'fault' })
    const late = logOf([null, listening(1)], [null, faultAt(3)], [null, exited(1, 'fault')])
    expect(startFailure(late)).toMatchObject({ type: 'fault', place: { line: 3 } })
  })

  it('is the exit of a program that ended by itself without a fault', () => {
    expect(startFailure(logOf([null, started(1)], [null, exited(1, 'exit')]))).toMatchObject({ type: 'process-exited' })
  })

  it('is none as long as nothing went wrong: a program may listen later', () => {
    expect(startFailure(logOf([null, started(1)]))).toBeNull()
  })
})

describe('currentFault', () => {
  it('matters until the server is started again when it ended the process', () => {
    const ended = logOf([null, started(1)], [0, faultAt(3)], [0, exited(1, 'fault')], [1, requestSent(2)])
    expect(currentFault(ended)).toMatchObject({ place: { line: 3 } })
    expect(
      currentFault(logOf([null, started(1)], [0, faultAt(3)], [0, exited(1, 'fault')], [1, started(2)])),
    ).toBeNull()
  })

  it('matters until the next action when the process lives on', () => {
    const twice = [0, faultAt(3, 1, 'answered-twice')] as const
    expect(currentFault(logOf([null, started(1)], twice))).toMatchObject({ fault: 'answered-twice' })
    expect(currentFault(logOf([null, started(1)], twice, [1, requestSent(2)]))).toBeNull()
    expect(currentFault(logOf([null, started(1)]))).toBeNull()
  })
})

describe('problemsOf', () => {
  it('names each place once, and only faults that have one', () => {
    const nowhere: EventBody = { type: 'fault', process: 1, exchange: null, fault: 'not-listening', message: '' }
    const log = logOf([0, faultAt(3)], [1, faultAt(3)], [1, faultAt(4)], [1, nowhere])
    expect(problemsOf(log).map(({ line }) => line)).toEqual([3, 4])
  })

  it('is the same object for the same faults, so that the editor keeps its marks', () => {
    const log = logOf([0, faultAt(3)])
    const problems = problemsOf(log)
    expect(problemsOf(log.append([{ ...requestSent(1), seq: 1, at: 0, action: 0 }]))).toBe(problems)
  })
})

describe('changedExchanges', () => {
  const before = logOf([0, requestSent(1)], [0, responseData(1, 'hello')], [1, requestSent(2)])

  it('is nothing without a log to compare with, and between equal logs', () => {
    expect(changedExchanges(null, before).size).toBe(0)
    const same = logOf([0, requestSent(1)], [0, responseData(1, 'hello')], [1, requestSent(2)])
    expect(changedExchanges(before, same).size).toBe(0)
  })

  it('notices another body of the same length, another target, another end, and what was not there', () => {
    const after = logOf(
      [0, requestSent(1)],
      [0, responseData(1, 'hullo')],
      [1, requestSent(2)],
      [1, { type: 'exchange-failed', exchange: 2, failure: 'timed-out' }],
      [2, requestSent(3)],
    )
    expect([...changedExchanges(before, after)]).toEqual([1, 2, 3])
    const moved = logOf([0, requestSent(1, '/a')], [0, responseData(1, 'hello')], [1, requestSent(2)])
    expect([...changedExchanges(before, moved)]).toEqual([1])
  })

  it('notices another row even when the answer is the same', () => {
    const row = (text: string): EventBody => ({
      type: 'row-set',
      process: 1,
      exchange: 1,
      store: { kind: 'variable', name: 'sessions' },
      key: 'id',
      value: { type: 'number', text },
      before: null,
    })
    const of = (text: string) => logOf([0, requestSent(1)], [0, row(text)])
    expect([...changedExchanges(of('100'), of('200'))]).toEqual([1])
  })

  it('notices another decision about a session, but not an option that changed nothing', () => {
    const of = (resave: boolean, outcome: 'set' | 'touch') => {
      const facts = { ...FACTS, isNew: false, saved: 'no' } as const
      const decisions: SessionDecision[] = [
        { step: 'load', options: { ...OPTIONS, resave }, cookie: null, outcome: { kind: 'no-cookie' } },
        { step: 'save', name: 'connect.sid', id: 'a', outcome, facts, gone: null },
      ]
      return logOf(
        [0, requestSent(1)],
        ...decisions.map((decision) => [0, { type: 'session', process: 1, exchange: 1, decision }] as const),
      )
    }
    expect(changedExchanges(of(true, 'set'), of(false, 'set')).size).toBe(0)
    expect([...changedExchanges(of(true, 'set'), of(false, 'touch'))]).toEqual([1])
  })
})

it('scriptReadings last until the page goes', () => {
  const read: EventBody = {
    type: 'script-read-cookies',
    visitor: 'alice',
    url: 'http://localhost/',
    value: 'a=b',
    hidden: [],
  }
  const shown: EventBody = {
    type: 'page-shown',
    visitor: 'alice',
    exchange: 1,
    url: 'http://localhost/',
    history: 'push',
  }
  const log = logOf([0, read], [1, shown])
  expect(scriptReadingsProjection.at(log, 1).get('alice')?.value).toBe('a=b')
  expect(scriptReadingsProjection.at(log, 2).get('alice')).toBeUndefined()
})

it('turnedAway holds what the last action kept out of the jars or took out of them', () => {
  const cookie = cookieOf('sid', '1')
  const removed: EventBody = {
    type: 'cookie',
    visitor: 'alice',
    exchange: null,
    decision: { kind: 'removed', cookie, because: { rule: 'expired' } },
  }
  const log = logOf([0, cookieStored(1, cookie)], [0, removed], [1, requestSent(2)])
  expect(turnedAwayProjection.at(log, 2).decisions).toMatchObject([{ visitor: 'alice', decision: { kind: 'removed' } }])
  expect(turnedAwayProjection.at(log, 3).decisions).toEqual([])
})

it('holdersOf finds the visitors whose jar has a session’s id', () => {
  const row: EventBody = {
    type: 'row-set',
    process: 1,
    exchange: 1,
    store: { kind: 'variable', name: 'sessions' },
    key: '1795395600000.12345',
    value: { type: 'null', text: 'null' },
    before: null,
  }
  const log = logOf([0, requestSent(1)], [0, row], [0, cookieStored(1, cookieOf('connect.sid', '1795395600000.12345'))])
  const at = (cursor: number) =>
    holdersOf(jarProjection.at(log, cursor), sessionIdsProjection.at(log, cursor), '1795395600000.12345')
  expect(at(2)).toEqual([])
  expect(at(3)).toEqual(['alice'])
})

it('cookieFlow tells cookies that were sent from those that were handed out', () => {
  const sent: EventBody = {
    type: 'cookie',
    visitor: 'alice',
    exchange: 1,
    decision: { kind: 'sent', cookie: cookieOf('a', '1'), because: { rule: 'sent' } },
  }
  const log = logOf([0, requestSent(1)], [0, sent], [0, cookieStored(1, cookieOf('b', '2'))])
  const record = exchangesProjection.at(log, 3).get(1)
  expect(record && cookieFlow(record)).toEqual([
    { way: 'sent', value: '1' },
    { way: 'stored', value: '2' },
  ])
})
