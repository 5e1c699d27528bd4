import { expect, test } from 'vitest'
import type { EventBody } from '@/lib/engine/trace/event'
import { logOf } from '@/lib/engine/trace/log-of'
import { sessionDecisionsAt } from '@/lib/engine/trace/session-decisions-at'

function called(exchange: number | null, call: number): EventBody {
  return { type: 'store-call', process: 1, exchange, call, name: 'sid', method: 'get', id: 'a', by: 'middleware' }
}

function answered(call: number, exchange: number | null): EventBody {
  return { type: 'store-answer', process: 1, exchange, call, outcome: 'found' }
}

test('an answer belongs to its call, whatever came between', () => {
  const made = { step: 'generate', name: 'sid', id: 'b', cause: 'request' } as const
  const log = logOf(
    called(1, 1),
    called(2, 2),
    answered(2, 2),
    50,
    answered(1, 1),
    { type: 'session', process: 1, exchange: 2, decision: made },
    called(null, 3),
    answered(3, null),
    answered(4, 9),
  )
  const records = sessionDecisionsAt(log, log.length)
  expect(
    records.values().map(({ exchange, calls }) => [exchange, calls.map(({ call, answer }) => [call, answer?.at])]),
  ).toEqual([
    [1, [[1, 50]]],
    [2, [[2, 0]]],
  ])
  expect(records.get(2)?.decisions).toEqual([{ seq: 4, at: 50, decision: made }])
})
