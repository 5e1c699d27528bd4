import { expect, test } from 'vitest'
import type { Step } from '@/lib/lessons/model'
import { parsePattern } from '@/lib/lessons/pattern'
import { neededFirst } from '@/lib/playground/needed-first'

/** A request that sends a cookie and expects one; `null`: none. */
function request(line: number, sends: string | null, sets: string | null): Step {
  const headers = sends === null ? [] : [['Cookie', sends] as const]
  const match = sets === null ? null : ({ kind: 'value', pattern: parsePattern(sets) } as const)
  const expected = { status: 200, headers: match ? [{ name: 'Set-Cookie', line, match }] : [], body: [] }
  const action = { type: 'visit', visitor: 'alice', method: 'GET', url: '/', headers } as const
  return { type: 'transcript', transcript: { line, visitor: 'alice', action, requestText: `GET /${line}`, expected } }
}

const rows: Step = {
  type: 'rows',
  rows: {
    line: 3,
    of: 'sessions',
    visitor: null,
    rows: [{ line: 4, present: true, key: parsePattern('{card}'), value: parsePattern('balance: 100') }],
  },
}
const login = request(1, null, 'sid={copy}')
const page = request(2, null, null)
const copied = request(5, 'sid={copy}', 'sid={!copy}')
const guessed = request(6, 'card={card}', null)
const STEPS = [login, page, rows, copied, guessed]

test.each([
  ['what sends no name can be sent', login, [], null],
  ['the one that brings the name comes first', copied, [], 'GET /1'],
  ['what was brought can be sent', copied, ['copy'], null],
  ['what rows name, the request before them brought', guessed, ['copy'], 'GET /2'],
])('%s', (_what, step, known, first) => {
  const captures = new Map(known.map((name) => [name, 'x']))
  expect(neededFirst([step], STEPS, captures)?.requestText ?? null).toBe(first)
})
