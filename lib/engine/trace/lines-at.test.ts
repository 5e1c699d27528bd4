import { expect, test } from 'vitest'
import type { EventBody } from '@/lib/engine/trace/event'
import { linesOf, linesOfProcess } from '@/lib/engine/trace/lines-at'
import { logOf } from '@/lib/engine/trace/log-of'

function ran(exchange: number | null, lines: readonly number[], file = 'server.js'): EventBody {
  return { type: 'lines-ran', process: 1, exchange, file, lines }
}

test('an exchange’s lines come together, ascending, each once, file by file', () => {
  const log = logOf(ran(1, [8, 10]), ran(2, [1]), ran(1, [2, 9, 10]), ran(1, [3], 'views/user.html'))
  expect(linesOf(log, 4, 1)).toEqual(
    new Map([
      ['server.js', [2, 8, 9, 10]],
      ['views/user.html', [3]],
    ]),
  )
  expect(linesOf(log, 1, 1)).toEqual(new Map([['server.js', [8, 10]]]))
  expect(linesOf(log, 4, 3)).toEqual(new Map())
})

test('lines of no known exchange are their process’s', () => {
  const log = logOf(ran(null, [1, 2]), ran(1, [7]), ran(null, [2, 30]))
  expect(linesOfProcess(log, 3, 1)).toEqual(new Map([['server.js', [1, 2, 30]]]))
  expect(linesOfProcess(log, 3, 2)).toEqual(new Map())
})

test('lines that ran before are nothing new', () => {
  const log = logOf(ran(1, [1, 2]), ran(1, [2]))
  const before = linesOf(log, 1, 1)
  expect(linesOf(log, 2, 1)).toBe(before)
})
