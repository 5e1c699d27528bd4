import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { EventBody } from '@/lib/engine/trace/event'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import type { Step } from '@/lib/lessons/model'
import { parsePattern } from '@/lib/lessons/pattern'
import { isDone, resultsOf, resultsOfCheck } from '@/lib/playground/sent-steps'
import { logOf as logOfEvents } from '@/lib/playground/test-log'

const visit = (): Action => ({ type: 'visit', visitor: 'alice', method: 'GET', url: '/' })

/** A request that expects `Set-Cookie: id={id}`, or another id than the one captured. */
function step(line: number, pattern: string): Step {
  const header = {
    name: 'Set-Cookie',
    line: line + 1,
    match: { kind: 'value', pattern: parsePattern(pattern) },
  } as const
  const expected = { status: 200, headers: [header], body: [] }
  return { type: 'transcript', transcript: { line, visitor: 'alice', action: visit(), requestText: 'GET /', expected } }
}

/** A log in which each action's request is answered with a cookie; `null`: it is under way. */
function logOf(...cookies: readonly (string | null)[]): Log {
  let log = emptyLog()
  for (const [action, cookie] of cookies.entries()) {
    const exchange = action + 1
    const request = { method: 'GET', target: '/', headers: [], body: new Uint8Array() }
    const bodies: EventBody[] = [
      {
        type: 'request-sent',
        exchange,
        visitor: 'alice',
        url: 'http://localhost/',
        request,
        via: 'address',
        process: 1,
      },
    ]
    if (cookie !== null) {
      const head = { status: 200, reason: 'OK', headers: [['Set-Cookie', cookie] as const] }
      bodies.push({ type: 'response-head', exchange, head }, { type: 'response-ended', exchange })
    }
    log = log.append(bodies.map((body, index) => ({ ...body, seq: log.length + index, at: 0, action })))
  }
  return log
}

const STEPS = [step(10, 'id={id}'), step(20, 'id={!id}')]

test('a step that was done is compared, with what the steps before it captured', () => {
  const story = [visit(), visit()]
  const sent = new Map(story.map((action, index) => [(index + 1) * 10, [action]]))
  const { results, captures } = resultsOf(STEPS, sent, story, logOf('id=a', 'id=b'))
  expect(captures.get('id')).toBe('a')
  expect(results.get(10)).toEqual({ exchange: 1, mismatches: [], skipped: false })
  expect(results.get(20)?.mismatches).toEqual([])
  expect(resultsOf(STEPS, sent, story, logOf('id=a', 'id=a')).results.get(20)?.mismatches).toMatchObject([
    { kind: 'header', line: 21, actual: 'Set-Cookie: id=a' },
  ])
})

test('equal requests are told apart: a step has a result only for its own', () => {
  const story = [visit(), visit()]
  const { results } = resultsOf(STEPS, new Map([[20, story.slice(1)]]), story, logOf('id=a', 'id=b'))
  expect([...results.keys()]).toEqual([20])
  expect(results.get(20)).toMatchObject({ exchange: 2, skipped: true })
})

test('what was taken back is not done, and what is under way has no result', () => {
  const action = visit()
  const sent = new Map([[10, [action]]])
  expect(isDone(sent, 10, [action])).toBe(true)
  expect(isDone(sent, 10, [visit()])).toBe(false)
  expect(resultsOf(STEPS, sent, [visit()], logOf('id=a')).results.size).toBe(0)
  expect(resultsOf(STEPS, sent, [action], logOf(null)).results.size).toBe(0)
})

test('rows are compared once something before them was done', () => {
  const row = { line: 12, present: true, key: parsePattern('id'), value: [] }
  const steps: Step[] = [
    ...STEPS.slice(0, 1),
    { type: 'rows', rows: { line: 11, of: 'jar', visitor: 'alice', rows: [row] } },
  ]
  const action = visit()
  expect(resultsOf(steps, new Map(), [], logOf()).results.size).toBe(0)
  const { results } = resultsOf(steps, new Map([[10, [action]]]), [action], logOf('id=a'))
  expect(results.get(11)?.mismatches).toMatchObject([{ kind: 'row', line: 12, actual: null }])
})

test('a name is given by the rows as they were then, and rows are compared as they are now', () => {
  const rows = (line: number, pattern: string): Step => {
    const row = { line: line + 1, present: true, key: parsePattern(pattern), value: [] }
    return { type: 'rows', rows: { line, of: 'sessions', visitor: null, rows: [row] } }
  }
  const done = (line: number, action: Action): Step => ({ type: 'actions', actions: [action], line })
  const story = [visit(), visit()] as const
  const steps = [done(10, story[0]), rows(11, '{first}'), done(20, story[1]), rows(21, '{!first}')]
  const sent = new Map([10, 20].map((line, index) => [line, story.slice(index, index + 1)]))
  const row = { process: 1, exchange: 1, store: { kind: 'variable', name: 'sessions' }, before: null } as const
  const value = { type: 'number', text: '1' } as const
  const log = logOfEvents(
    [0, { type: 'row-set', ...row, key: 'card-1', value }],
    [1, { type: 'row-removed', ...row, key: 'card-1', before: value }],
    [1, { type: 'row-set', ...row, key: 'card-2', value }],
  )
  const { results, captures } = resultsOf(steps, sent, story, log)
  expect(captures.get('first')).toBe('card-1')
  expect(results.get(11)?.mismatches).toMatchObject([{ kind: 'row', expected: 'card-1', actual: 'card-2 1' }])
  expect(results.get(21)?.mismatches).toEqual([])
})

test('of a check, steps before the failing one hold and those after it are not known', () => {
  const mismatch = { kind: 'status', line: 20, expected: '200', actual: '500' } as const
  const failed = resultsOfCheck([...STEPS, step(30, 'x')], 1, [mismatch])
  expect([...failed].map(([line, { mismatches }]) => [line, mismatches.length])).toEqual([
    [10, 0],
    [20, 1],
  ])
  expect(resultsOfCheck(STEPS, null, []).size).toBe(2)
})

test('a step that could not be done says why, at its latest doing', () => {
  const once: Action = { type: 'new-visitor', visitor: 'alice' }
  const again: Action = { ...once }
  const step: Step = { type: 'actions', line: 10, actions: [once] }
  const log = logOfEvents(
    [0, { type: 'action-started', started: once }],
    [0, { type: 'action-ended', outcome: 'done' }],
    [1, { type: 'action-started', started: again }],
    [1, { type: 'action-ended', outcome: 'impossible', reason: 'visitor-here-already' }],
  )
  const told = (done: readonly Action[], story: readonly Action[]) => [
    ...resultsOf([step], new Map([[10, done]]), story, log).impossible,
  ]
  expect(told([once], [once, again])).toEqual([])
  expect(told([again], [once, again])).toEqual([[10, 'visitor-here-already']])
  expect(told([once, again], [once, again])).toEqual([[10, 'visitor-here-already']])
  expect(told([again], [once])).toEqual([])
})
