import { expect, test } from 'vitest'
import { togetherAt } from '@/lib/lessons/check/groups'
import type { Step } from '@/lib/lessons/model'
import { lineOf } from '@/lib/lessons/steps'

const NOTHING = { status: null, headers: [], body: [] }

function request(line: number, at?: number): Step {
  const action = {
    type: 'visit',
    visitor: 'alice',
    method: 'GET',
    url: '/',
    ...(at === undefined ? {} : { at }),
  } as const
  return { type: 'transcript', transcript: { line, visitor: 'alice', action, requestText: 'GET /', expected: NOTHING } }
}

const restart: Step = { type: 'actions', line: 40, actions: [{ type: 'restart' }] }
const steps = [request(10), request(20, 50), request(30, 0), restart, request(50)]

test.each([
  [10, [10, 20, 30]],
  [20, [10, 20, 30]],
  [30, [10, 20, 30]],
  [40, [40]],
  [50, [50]],
  [60, []],
])('with the step in line %i go those in lines %j', (line, lines) => {
  expect(togetherAt(line, steps).map(lineOf)).toEqual(lines)
})
