import { expect, test } from 'vitest'
import type { CookieDecision } from '@/lib/engine/cookies/decision'
import { consoleAt } from '@/lib/engine/trace/console-at'
import type { EventBody } from '@/lib/engine/trace/event'
import { faultsAt } from '@/lib/engine/trace/faults-at'
import { logOf, requestSent } from '@/lib/engine/trace/log-of'
import { timelineAt } from '@/lib/engine/trace/timeline-at'

const because = { rule: 'pair-empty' } as const
const refused: CookieDecision = { kind: 'refused', line: '', name: '', because, notes: [] }
const printed: EventBody = { type: 'console', process: 1, exchange: null, stream: 'stdout', text: 'hello\n' }
const fault: EventBody = { type: 'fault', process: 1, exchange: null, fault: 'endless-loop', message: 'too long' }

test('tells what the story is about from how it came about, and leaves out bookkeeping', () => {
  const log = logOf(
    { type: 'action-started', started: { type: 'restart' } },
    requestSent(1),
    { type: 'lines-ran', process: 1, exchange: 1, file: 'server.js', lines: [1] },
    { type: 'cookie', visitor: 'alice', exchange: 1, decision: refused },
    { type: 'response-ended', exchange: 1 },
    { type: 'clock-moved', from: 0, to: 1, cause: 'wait' },
    { type: 'clock-moved', from: 1, to: 2, cause: 'advance' },
    { type: 'action-ended', outcome: 'done' },
    { type: 'action-ended', outcome: 'impossible', reason: 'no-page' },
  )
  const text = (cursor: number) =>
    timelineAt(log, cursor)
      .toArray()
      .map(({ seq, level }) => `${seq} ${level}`)
  expect(text(9)).toEqual(['0 main', '1 main', '3 main', '4 detail', '5 detail', '6 main', '8 main'])
  expect(text(3)).toEqual(['0 main', '1 main'])
})

test('output and faults are kept in order, each by itself', () => {
  const log = logOf(printed, fault, printed)
  expect(
    consoleAt(log, 3)
      .toArray()
      .map(({ seq }) => seq),
  ).toEqual([0, 2])
  expect(consoleAt(log, 2).length).toBe(1)
  expect(faultsAt(log, 3).toArray()).toEqual([{ ...fault, seq: 1, at: 0, action: null }])
  expect(faultsAt(log, 1).length).toBe(0)
})
