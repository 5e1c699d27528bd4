import { expect, test } from 'vitest'
import { requestBody, responseBody } from '@/lib/engine/trace/bodies'
import type { EventBody } from '@/lib/engine/trace/event'
import { durationOf, exchangesAt, redirectChain } from '@/lib/engine/trace/exchanges-at'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { logOf, requestSent } from '@/lib/engine/trace/log-of'

const head: EventBody = { type: 'response-head', exchange: 1, head: { status: 200, reason: 'OK', headers: [] } }
const ended: EventBody = { type: 'response-ended', exchange: 1 }

function data(exchange: number, text: string): EventBody {
  return { type: 'response-data', exchange, data: new TextEncoder().encode(text), wire: text.length + 5 }
}

const log = logOf(requestSent(1), 3, head, 2, data(1, 'he'), 10, data(1, 'llo'), ended)

function exchange(log: Log, cursor: number, id = 1) {
  const found = exchangesAt(log, cursor).get(id)
  if (!found) throw new Error(`no exchange ${id} at ${cursor}`)
  return found
}

test('an exchange grows piece by piece, each with its time', () => {
  expect(exchangesAt(log, 0).size).toBe(0)
  expect(exchange(log, 1)).toMatchObject({ visitor: 'alice', sent: { seq: 0, at: 0 }, head: null, end: null })
  expect(exchange(log, 1).request).toMatchObject({ method: 'GET', target: '/1', bodySize: 0 })
  expect(exchange(log, 2).head).toMatchObject({ at: 3, response: { status: 200 } })
  const whole = exchange(log, 5)
  expect(whole.pieces.toArray()).toEqual([
    { seq: 2, at: 5, size: 2, wire: 7 },
    { seq: 3, at: 15, size: 3, wire: 8 },
  ])
  expect(whole.end).toEqual({ seq: 4, at: 15, failure: null })
})

test('takes as long as the last byte, and has no duration before', () => {
  expect(durationOf(exchange(log, 4))).toBeNull()
  expect(durationOf(exchange(log, 5))).toBe(15)
})

test('a failure is its end', () => {
  const log = logOf(requestSent(1), 30_000, { type: 'exchange-failed', exchange: 1, failure: 'timed-out' })
  expect(exchange(log, 2).end).toEqual({ seq: 1, at: 30_000, failure: 'timed-out' })
})

test('its body is put together from the log, as far as it came', () => {
  const text = (cursor: number) => {
    const body = responseBody(log, exchange(log, cursor))
    return body.kept ? new TextDecoder().decode(body.bytes) : body
  }
  expect([2, 3, 4, 5].map(text)).toEqual(['', 'he', 'hello', 'hello'])
})

test('a body that the log let go of is known by its size', () => {
  const posted = postOf(6)
  const events = [...logOf(posted, head, data(1, 'he'), data(1, 'llo'), ended).events()]
  const small = emptyLog(4).append(events)
  expect(requestBody(small, exchange(small, 5))).toEqual({ kept: false, size: 6 })
  expect(responseBody(small, exchange(small, 5))).toEqual({ kept: false, size: 5 })
  const large = emptyLog().append(events)
  expect(requestBody(large, exchange(large, 5))).toEqual({ kept: true, bytes: new Uint8Array(6) })
})

test('has the decisions on its cookies, and not those of others', () => {
  const because = { rule: 'pair-empty' } as const
  const decision = { kind: 'refused', line: '', name: '', because, notes: [] } as const
  const cookie = { type: 'cookie', visitor: 'alice', decision } as const
  const log = logOf(requestSent(1), { ...cookie, exchange: 1 }, { ...cookie, exchange: null })
  expect(exchange(log, 3).cookies).toEqual([{ seq: 1, at: 0, decision }])
})

test('redirects link exchanges both ways, however the chain is entered', () => {
  const log = logOf(requestSent(1), requestSent(2, 1), requestSent(3), requestSent(4, 2))
  const exchanges = exchangesAt(log, 4)
  const chain = (id: number) => redirectChain(exchanges, id).map((record) => record.id)
  expect([1, 2, 4].map(chain)).toEqual([
    [1, 2, 4],
    [1, 2, 4],
    [1, 2, 4],
  ])
  expect(chain(3)).toEqual([3])
  expect(chain(99)).toEqual([])
})

test('a log that links exchanges in a ring ends nobody’s day', () => {
  const log = logOf(requestSent(1, 2), requestSent(2, 1), requestSent(1, 2))
  expect(redirectChain(exchangesAt(log, 3), 1).length).toBeLessThanOrEqual(2)
})

test('events of an exchange leave the others as they are', () => {
  const log = logOf(requestSent(1), requestSent(2), data(2, 'x'))
  const before = exchange(log, 1)
  expect(exchange(log, 3)).toBe(before)
})

function postOf(size: number): EventBody {
  const sent = requestSent(1)
  if (sent.type !== 'request-sent') throw new Error('not a request')
  return { ...sent, request: { ...sent.request, method: 'POST', body: new Uint8Array(size) } }
}
